package org.borderwatch.bench.network;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes a large extract of OpenStreetMap of a small one: copies of it side by side, each with ids of
 * its own and a shift to the east, in the order that files have (all nodes, all ways, all relations).
 * So it has everything that the small one has, as often as one likes.
 *
 * <p>Usage: {@code ExtractCopies SAMPLE.osm.pbf COPIES OUT.osm.pbf}
 */
public final class ExtractCopies {
  private static final long SHIFT_E9 = 1_000_000_000L / 50;

  private final List<Osmformat.PrimitiveBlock> sample = new ArrayList<>();
  private long ids;

  private ExtractCopies() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    ExtractCopies copies = new ExtractCopies();
    copies.read(Path.of(arguments[0]));
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 18))) {
      copies.write(Integer.parseInt(arguments[1]), out);
    }
  }

  private void read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (in.available() > 0) {
        Fileformat.BlobHeader header =
            Fileformat.BlobHeader.parseFrom(in.readNBytes(in.readInt()));
        Fileformat.Blob blob = Fileformat.Blob.parseFrom(in.readNBytes(header.getDatasize()));
        if (header.getType().equals("OSMData")) {
          Osmformat.PrimitiveBlock block = Osmformat.PrimitiveBlock.parseFrom(unpacked(blob));
          sample.add(block);
          block.getPrimitivegroupList().forEach(this::countIds);
        }
      }
    }
  }

  private static byte[] unpacked(Fileformat.Blob blob) throws IOException {
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    byte[] bytes = new byte[blob.getRawSize()];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().toByteArray());
      if (inflater.inflate(bytes) != bytes.length) {
        throw new IOException("a block is shorter than it says");
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
    return bytes;
  }

  private void countIds(Osmformat.PrimitiveGroup group) {
    long id = 0;
    for (long step : group.getDense().getIdList()) {
      id += step;
      ids = Math.max(ids, id);
    }
    group.getWaysList().forEach(way -> ids = Math.max(ids, way.getId()));
    group.getRelationsList().forEach(relation -> ids = Math.max(ids, relation.getId()));
  }

  private void write(int copies, DataOutputStream out) throws IOException {
    write(
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .addOptionalFeatures("Sort.Type_then_ID")
            .setWritingprogram("borderwatch-bench")
            .build()
            .toByteString(),
        out);
    for (Kind kind : Kind.values()) {
      for (int copy = 0; copy < copies; copy++) {
        for (Osmformat.PrimitiveBlock block : sample) {
          for (Osmformat.PrimitiveGroup group : block.getPrimitivegroupList()) {
            if (kind.isIn(group)) {
              Osmformat.PrimitiveBlock.Builder shifted =
                  block.toBuilder().clearPrimitivegroup().addPrimitivegroup(shifted(group, copy));
              write("OSMData", shifted.build().toByteString(), out);
            }
          }
        }
      }
    }
  }

  private enum Kind {
    NODES,
    WAYS,
    RELATIONS;

    boolean isIn(Osmformat.PrimitiveGroup group) {
      return switch (this) {
        case NODES -> group.hasDense();
        case WAYS -> group.getWaysCount() > 0;
        case RELATIONS -> group.getRelationsCount() > 0;
      };
    }
  }

  /** Ids, refs and positions are steps from the one before: only the first of each changes. */
  private Osmformat.PrimitiveGroup shifted(Osmformat.PrimitiveGroup group, int copy) {
    long shift = copy * ids;
    Osmformat.PrimitiveGroup.Builder builder = group.toBuilder();
    if (group.hasDense()) {
      Osmformat.DenseNodes.Builder dense = builder.getDenseBuilder();
      dense.setId(0, dense.getId(0) + shift);
      dense.setLon(0, dense.getLon(0) + copy * SHIFT_E9 / 100);
    }
    for (Osmformat.Way.Builder way : builder.getWaysBuilderList()) {
      way.setId(way.getId() + shift);
      if (way.getRefsCount() > 0) {
        way.setRefs(0, way.getRefs(0) + shift);
      }
    }
    for (Osmformat.Relation.Builder relation : builder.getRelationsBuilderList()) {
      relation.setId(relation.getId() + shift);
      if (relation.getMemidsCount() > 0) {
        relation.setMemids(0, relation.getMemids(0) + shift);
      }
    }
    return builder.build();
  }

  private static void write(String type, ByteString bytes, DataOutputStream out)
      throws IOException {
    Deflater deflater = new Deflater();
    byte[] packed = new byte[bytes.size() + 64];
    deflater.setInput(bytes.toByteArray());
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    Fileformat.Blob blob =
        Fileformat.Blob.newBuilder()
            .setRawSize(bytes.size())
            .setZlibData(ByteString.copyFrom(packed, 0, length))
            .build();
    Fileformat.BlobHeader header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.getSerializedSize())
            .build();
    out.writeInt(header.getSerializedSize());
    header.writeTo(out);
    blob.writeTo(out);
  }
}
