package org.borderwatch.data.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a file of OpenStreetMap's protocol buffers: blocks one after the other, each packed
 * for itself. Sizes are held to what the format allows. One thread; {@link Block}s can be unpacked
 * by any.
 */
final class PbfFile implements Closeable {
  private static final int LARGEST_HEADER = 64 << 10;
  private static final int LARGEST_BLOCK = 32 << 20;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final DataInputStream in;
  private long offset;

  PbfFile(Path file) throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18));
  }

  /** How many bytes have been read. */
  long offset() {
    return offset;
  }

  /** The next block of data, null at the end; the header has been looked at and passed over. */
  @Nullable Block next() throws IOException {
    while (true) {
      long at = offset;
      int headerBytes = in.read();
      if (headerBytes < 0) {
        return null;
      }
      try {
        for (int i = 0; i < 3; i++) {
          headerBytes = headerBytes << 8 | in.readUnsignedByte();
        }
        Fileformat.BlobHeader header =
            Fileformat.BlobHeader.parseFrom(bytes(headerBytes, LARGEST_HEADER, at));
        Block block =
            new Block(
                Fileformat.Blob.parseFrom(bytes(header.getDatasize(), LARGEST_BLOCK, at)), at);
        offset += 4L + headerBytes + header.getDatasize();
        switch (header.getType()) {
          case "OSMHeader" -> check(block);
          case "OSMData" -> {
            return block;
          }
          default -> {
            // The format asks readers to pass over what they don't know.
          }
        }
      } catch (EOFException | InvalidProtocolBufferException e) {
        throw broken(at);
      }
    }
  }

  private byte[] bytes(int length, int most, long at) throws IOException {
    if (length < 0 || length > most) {
      throw broken(at);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static void check(Block block) throws InvalidProtocolBufferException {
    for (String feature :
        Osmformat.HeaderBlock.parseFrom(block.unpacked()).getRequiredFeaturesList()) {
      if (!KNOWN_FEATURES.contains(feature)) {
        throw new UnreadableFileException(FileProblem.PBF_FEATURE, feature);
      }
    }
  }

  static UnreadableFileException broken(long at) {
    return new UnreadableFileException(FileProblem.BROKEN_PBF, String.valueOf(at));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * One block, as it stands in the file.
   *
   * @param at byte of the file where it begins
   */
  record Block(Fileformat.Blob blob, long at) {

    /** Its bytes, unpacked. */
    byte[] unpacked() {
      return switch (blob.getDataCase()) {
        case RAW -> blob.getRaw().toByteArray();
        case ZLIB_DATA -> inflated(blob.getZlibData());
        case LZMA_DATA -> throw packedAs("LZMA");
        case OBSOLETE_BZIP2_DATA -> throw packedAs("bzip2");
        case LZ4_DATA -> throw packedAs("LZ4");
        case ZSTD_DATA -> throw packedAs("Zstandard");
        case DATA_NOT_SET -> throw broken(at);
      };
    }

    private static UnreadableFileException packedAs(String packing) {
      return new UnreadableFileException(FileProblem.PBF_FEATURE, packing);
    }

    private byte[] inflated(ByteString packed) {
      int size = blob.getRawSize();
      if (size < 0 || size > LARGEST_BLOCK) {
        throw broken(at);
      }
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(packed.asReadOnlyByteBuffer());
        byte[] bytes = new byte[size];
        int filled = 0;
        while (filled < size) {
          int more = inflater.inflate(bytes, filled, size - filled);
          if (more == 0) {
            throw broken(at);
          }
          filled += more;
        }
        return bytes;
      } catch (DataFormatException e) {
        throw broken(at);
      } finally {
        inflater.end();
      }
    }
  }
}
