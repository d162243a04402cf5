package org.borderwatch.server.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf 3: the header says what it is and where it comes from ({@code title}, {@code
 * description}, {@code metadata}), then a packed R-tree, then the features along a Hilbert curve.
 *
 * <p>The tree has 40 bytes a feature in memory while it is made, so files of more than a million
 * features have none and keep their order, as have those of which some have no geometry.
 */
final class FlatGeobufFile implements ExportFile {
  private static final int MOST_INDEXED = 1_000_000;

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    ColumnNames columns = ColumnNames.of(layer);
    boolean indexed =
        features.features() > 0
            && features.features() <= MOST_INDEXED
            && features.located() == features.features();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(Constants.MAGIC_BYTES);
      out.write(header(layer, columns, features, indexed));
      FeatureBytes bytes = new FeatureBytes(layer);
      if (indexed) {
        writeIndexed(layer, features, file, bytes, out);
      } else {
        features.forEach(feature -> out.write(bytes.of(feature)));
      }
    }
  }

  /**
   * Features go to a file of their own first: the tree stands before them and knows their place.
   */
  private static void writeIndexed(
      ExportLayer layer, FeatureSpool features, Path file, FeatureBytes bytes, OutputStream out)
      throws IOException {
    Path unsorted = file.resolveSibling(file.getFileName() + ".features");
    try {
      PackedTree tree = new PackedTree((int) features.features(), layer.bounds());
      try (OutputStream parts =
          new BufferedOutputStream(Files.newOutputStream(unsorted), 1 << 16)) {
        features.forEach(
            feature -> {
              byte[] one = bytes.of(feature);
              tree.add(
                  feature.geometry() == null
                      ? new Envelope()
                      : feature.geometry().getEnvelopeInternal(),
                  one.length);
              parts.write(one);
            });
      }
      tree.write(out);
      try (FileChannel parts = FileChannel.open(unsorted)) {
        tree.forEachInOrder(
            (offset, length) -> {
              ByteBuffer one = ByteBuffer.allocate(length);
              while (one.hasRemaining() && parts.read(one, offset + one.position()) >= 0) {
                // Until it is whole.
              }
              out.write(one.array());
            });
      }
    } finally {
      Files.deleteIfExists(unsorted);
    }
  }

  private static byte[] header(
      ExportLayer layer, ColumnNames columns, FeatureSpool features, boolean indexed) {
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
    Provenance from = layer.provenance();
    int[] offsets = new int[layer.attributes().size() + (layer.hasIds() ? 1 : 0)];
    int at = 0;
    if (layer.hasIds()) {
      offsets[at++] = column(builder, columns.id(), ColumnType.String);
    }
    for (int i = 0; i < layer.attributes().size(); i++) {
      offsets[at++] =
          column(builder, columns.attributes().get(i), type(layer.attributes().get(i).type()));
    }
    int columnVector = Header.createColumnsVector(builder, offsets);
    int name = builder.createString(layer.name());
    int title = builder.createString(from.titleVi() + " / " + from.title());
    int description = builder.createString(from.note());
    int metadata =
        builder.createString(
            Json.MAPPER
                .createObjectNode()
                .put("attribution", from.attribution())
                .put("note", from.note())
                .put("synthetic", from.isSynthetic())
                .put("made", from.made().toString())
                .toString());
    Envelope box = layer.bounds();
    int envelope =
        box.isNull()
            ? 0
            : Header.createEnvelopeVector(
                builder, new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
    int crs = layer.crs().isKnown() ? crs(builder, layer.crs()) : 0;
    Header.startHeader(builder);
    Header.addName(builder, name);
    if (envelope != 0) {
      Header.addEnvelope(builder, envelope);
    }
    Header.addGeometryType(builder, geometryType(layer.kind()));
    Header.addColumns(builder, columnVector);
    Header.addFeaturesCount(builder, features.features());
    Header.addIndexNodeSize(builder, indexed ? PackedTree.NODE_SIZE : 0);
    if (crs != 0) {
      Header.addCrs(builder, crs);
    }
    Header.addTitle(builder, title);
    Header.addDescription(builder, description);
    Header.addMetadata(builder, metadata);
    builder.finishSizePrefixed(Header.endHeader(builder));
    return builder.sizedByteArray();
  }

  private static int crs(FlatBufferBuilder builder, ExportCrs crs) {
    int org = builder.createString("EPSG");
    int name = builder.createString(crs.name());
    int wkt = builder.createString(crs.wkt());
    Crs.startCrs(builder);
    Crs.addOrg(builder, org);
    Crs.addCode(builder, crs.epsg());
    Crs.addName(builder, name);
    Crs.addWkt(builder, wkt);
    return Crs.endCrs(builder);
  }

  private static int column(FlatBufferBuilder builder, String name, int type) {
    int text = builder.createString(name);
    Column.startColumn(builder);
    Column.addName(builder, text);
    Column.addType(builder, type);
    return Column.endColumn(builder);
  }

  private static int type(Attribute.Type type) {
    return switch (type) {
      case TEXT, DATE -> ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case NUMBER -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case TIME -> ColumnType.DateTime;
    };
  }

  private static int geometryType(GeometryKind kind) {
    return switch (kind) {
      case POINT -> GeometryType.Point;
      case LINE -> GeometryType.LineString;
      case AREA -> GeometryType.Polygon;
      case POINTS -> GeometryType.MultiPoint;
      case LINES -> GeometryType.MultiLineString;
      case AREAS -> GeometryType.MultiPolygon;
      case NONE, MIXED -> GeometryType.Unknown;
    };
  }

  /** Makes features as they stand in the file, one after the other in the same buffer. */
  private static final class FeatureBytes {
    private final ExportLayer layer;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
    private final int type;

    FeatureBytes(ExportLayer layer) {
      this.layer = layer;
      this.type = geometryType(layer.kind());
    }

    byte[] of(ExportFeature feature) throws IOException {
      builder.clear();
      Geometry geometry = layer.kind().fitted(feature.geometry());
      int shape = 0;
      if (geometry != null) {
        byte own =
            type == GeometryType.Unknown
                ? GeometryConversions.toGeometryType(geometry.getClass())
                : (byte) type;
        shape =
            geometry instanceof MultiLineString lines
                ? lines(lines)
                : GeometryConversions.serialize(builder, geometry, own);
      }
      int properties = Feature.createPropertiesVector(builder, properties(feature));
      Feature.startFeature(builder);
      if (shape != 0) {
        Feature.addGeometry(builder, shape);
      }
      Feature.addProperties(builder, properties);
      builder.finishSizePrefixed(Feature.endFeature(builder));
      return builder.sizedByteArray();
    }

    /**
     * The library leaves out where the lines end when there is one line; GDAL wants it even then.
     */
    private int lines(MultiLineString lines) {
      double[] xy = new double[2 * lines.getNumPoints()];
      long[] ends = new long[lines.getNumGeometries()];
      int points = 0;
      for (int i = 0; i < ends.length; i++) {
        CoordinateSequence line = ((LineString) lines.getGeometryN(i)).getCoordinateSequence();
        for (int j = 0; j < line.size(); j++) {
          xy[2 * points] = line.getX(j);
          xy[2 * points++ + 1] = line.getY(j);
        }
        ends[i] = points;
      }
      int endsVector = org.wololo.flatgeobuf.generated.Geometry.createEndsVector(builder, ends);
      int xyVector = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
      org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
      org.wololo.flatgeobuf.generated.Geometry.addEnds(builder, endsVector);
      org.wololo.flatgeobuf.generated.Geometry.addXy(builder, xyVector);
      org.wololo.flatgeobuf.generated.Geometry.addType(builder, GeometryType.MultiLineString);
      return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
    }

    /** Number of the column, then the value; what is null is left out. */
    private byte[] properties(ExportFeature feature) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      int column = 0;
      if (layer.hasIds()) {
        write(column++, feature.id(), Attribute.Type.TEXT, out);
      }
      List<Attribute> attributes = layer.attributes();
      for (int i = 0; i < attributes.size(); i++) {
        write(column++, feature.values().get(i), attributes.get(i).type(), out);
      }
      return bytes.toByteArray();
    }

    private static void write(
        int column, @Nullable Object value, Attribute.Type type, DataOutputStream out)
        throws IOException {
      if (value == null) {
        return;
      }
      out.writeShort(Short.reverseBytes((short) column));
      switch (type) {
        case BOOLEAN -> out.writeByte(Boolean.TRUE.equals(value) ? 1 : 0);
        case INTEGER -> out.writeLong(Long.reverseBytes(((Number) value).longValue()));
        case NUMBER ->
            out.writeLong(
                Long.reverseBytes(Double.doubleToRawLongBits(((Number) value).doubleValue())));
        case TEXT, DATE, TIME -> {
          byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
          out.writeInt(Integer.reverseBytes(text.length));
          out.write(text);
        }
      }
    }
  }
}
