package org.borderwatch.server.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the fields of one row after the other as {@code COPY ... TO STDOUT (FORMAT binary)} sends
 * them, in place: nothing is copied. The server sends each row as one message.
 *
 * <p>Source: PostgreSQL manual, COPY, "Binary Format". Not for several threads.
 */
final class CopyRow {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int FLAGS_BYTES = 4;

  private byte[] bytes = {};
  private int at;
  private int end;

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  /** Begins with a message; false when it holds no row: it is the head alone, or the end. */
  boolean begin(byte[] message, int fields) {
    bytes = message;
    at = 0;
    if (Arrays.mismatch(message, SIGNATURE) == SIGNATURE.length) {
      at = SIGNATURE.length + FLAGS_BYTES;
      at += 4 + (int) INT.get(bytes, at);
    }
    if (at == message.length || (short) SHORT.get(bytes, at) == -1) {
      return false;
    }
    int sent = (short) SHORT.get(bytes, at);
    if (sent != fields) {
      throw new IllegalStateException("a row of " + sent + " fields, not of " + fields);
    }
    end = at + 2;
    return true;
  }

  /** Goes to the next field; false when it is null. */
  boolean next() {
    at = end;
    int length = (int) INT.get(bytes, at);
    at += 4;
    end = at + Math.max(length, 0);
    return length >= 0;
  }

  /** The message; the field stands from {@link #from} to before {@link #until}. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return at;
  }

  int until() {
    return end;
  }

  /** Four bytes of the message as a number, wherever they stand. */
  int int4At(int offset) {
    return (int) INT.get(bytes, offset);
  }

  int int4() {
    return int4At(at);
  }

  long int8() {
    return (long) LONG.get(bytes, at);
  }

  double float8() {
    return Double.longBitsToDouble(int8());
  }

  boolean isTrue() {
    return bytes[at] != 0;
  }
}
