package org.borderwatch.server.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Heights as they are stored: 16 bits each, high byte first, deflated (RFC 1950). */
final class PackedHeights {
  private PackedHeights() {}

  static byte[] pack(short[] metres) {
    ByteBuffer plain = ByteBuffer.allocate(2 * metres.length);
    plain.asShortBuffer().put(metres);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain.array());
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(metres.length);
      byte[] piece = new byte[1 << 16];
      while (!deflater.finished()) {
        packed.write(piece, 0, deflater.deflate(piece));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * The heights again.
   *
   * @throws IllegalStateException when they aren't that many
   */
  static short[] unpack(byte[] packed, int heights) {
    ByteBuffer plain = ByteBuffer.allocate(2 * heights);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int length = inflater.inflate(plain.array());
      if (length != 2 * heights) {
        throw new IllegalStateException("a tile of elevation has " + length + " bytes");
      }
    } catch (DataFormatException broken) {
      throw new IllegalStateException("a tile of elevation is broken", broken);
    } finally {
      inflater.end();
    }
    short[] metres = new short[heights];
    plain.asShortBuffer().get(metres);
    return metres;
  }
}
