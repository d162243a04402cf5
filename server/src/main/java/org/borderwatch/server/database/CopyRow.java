package org.borderwatch.server.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fields of one row after the other as {@code COPY ... TO STDOUT (FORMAT binary)} sends
 * them, in place: nothing is copied. The server sends each row as one message.
 *
 * <p>Source: PostgreSQL manual, COPY, "Binary Format". Not for several threads.
 */
public final class CopyRow {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int FLAGS_BYTES = 4;

  /** An array begins with its number of dimensions, flags, and the type of its elements. */
  private static final int ARRAY_HEAD = 12;

  /** Then come length and first number of each dimension. */
  private static final int ARRAY_DIMENSION = 8;

  private static final int WITH_SRID = 0x2000_0000;
  private static final int POINT = 1;

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
  public boolean next() {
    at = end;
    int length = (int) INT.get(bytes, at);
    at += 4;
    end = at + Math.max(length, 0);
    return length >= 0;
  }

  /** The message; the field stands from {@link #from} to before {@link #until}. */
  public byte[] bytes() {
    return bytes;
  }

  public int from() {
    return at;
  }

  public int until() {
    return end;
  }

  /** Four bytes of the message as a number, wherever they stand. */
  public int int4At(int offset) {
    return (int) INT.get(bytes, offset);
  }

  public int int4() {
    return int4At(at);
  }

  public long int8() {
    return (long) LONG.get(bytes, at);
  }

  public double float8() {
    return Double.longBitsToDouble(int8());
  }

  public float float4() {
    return Float.intBitsToFloat(int4());
  }

  public String text() {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  /** A real[] of one dimension; NaN for what is null in it. */
  public float[] floats() {
    if (int4() == 0) {
      return new float[0];
    }
    float[] numbers = new float[int4At(at + ARRAY_HEAD)];
    int from = at + ARRAY_HEAD + ARRAY_DIMENSION;
    for (int i = 0; i < numbers.length; i++) {
      int length = int4At(from);
      numbers[i] = length < 0 ? Float.NaN : Float.intBitsToFloat(int4At(from + 4));
      from += 4 + Math.max(length, 0);
    }
    return numbers;
  }

  /** Degrees east and north of each vertex of a point or a line, as PostGIS sends them. */
  public double[] lonLat() {
    ByteBuffer geometry = ByteBuffer.wrap(bytes, at, end - at);
    geometry.order(geometry.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = geometry.getInt();
    if ((type & WITH_SRID) != 0) {
      geometry.getInt();
    }
    int vertices = (type & ~WITH_SRID) == POINT ? 1 : geometry.getInt();
    double[] lonLat = new double[2 * vertices];
    for (int i = 0; i < lonLat.length; i++) {
      lonLat[i] = geometry.getDouble();
    }
    return lonLat;
  }

  public boolean isTrue() {
    return bytes[at] != 0;
  }
}
