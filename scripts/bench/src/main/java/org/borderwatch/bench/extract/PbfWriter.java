package org.borderwatch.bench.extract;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/** Writes a file of OpenStreetMap's protocol buffers, block by block. One thread. */
final class PbfWriter implements Closeable {
  private final DataOutputStream out;

  /** Begins a file with its header. */
  PbfWriter(Path file) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 18));
    write(
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .addOptionalFeatures("Sort.Type_then_ID")
            .setWritingprogram("borderwatch-bench")
            .build()
            .toByteString());
  }

  /** Writes a block of elements. */
  void block(Osmformat.PrimitiveBlock block) throws IOException {
    write("OSMData", block.toByteString());
  }

  private void write(String type, ByteString bytes) throws IOException {
    Deflater deflater = new Deflater();
    byte[] packed = new byte[bytes.size() + bytes.size() / 1000 + 64];
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

  @Override
  public void close() throws IOException {
    out.close();
  }
}
