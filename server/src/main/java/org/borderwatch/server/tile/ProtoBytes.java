package org.borderwatch.server.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the fields of a protocol buffer one after the other. Not for several threads.
 *
 * <p>Source: protobuf.dev, Encoding.
 */
final class ProtoBytes {
  private static final int VARINT = 0;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[64];
  private int size;

  void varint(long number) {
    room(10);
    long left = number;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left & 0x7f | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /** A number that may be below 0. */
  void zigzag(int number) {
    varint((number << 1 ^ number >> 31) & 0xffff_ffffL);
  }

  void number(int field, long number) {
    varint((long) field << 3 | VARINT);
    varint(number);
  }

  void text(int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes(field, utf8, utf8.length);
  }

  void bytes(int field, ProtoBytes content) {
    bytes(field, content.bytes, content.size);
  }

  private void bytes(int field, byte[] content, int length) {
    varint((long) field << 3 | LENGTH);
    varint(length);
    room(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
  }

  /** Fields that were written elsewhere. */
  void append(ProtoBytes fields) {
    room(fields.size);
    System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
    size += fields.size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
