package org.borderwatch.server.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pictures of one size and palette as PNG with four bits to a pixel: index 0 is transparent,
 * the others opaque.
 *
 * <p>For flat areas of few colours: rows are packed as they are, without a filter, into one IDAT.
 * O(pixels), about a fifth of the time of ImageIO. Thread-safe. Source: PNG Specification, third
 * edition (W3C, 2025).
 */
public final class IndexedPng {
  private static final int MOST_COLOURS = 16;
  private static final int BITS = 4;
  private static final int PALETTE_COLOURS = 3;

  /**
   * Measured on heat tiles: level 1 is a fifth larger in a third of the time, level 6 a sixth
   * smaller in twice the time.
   */
  private static final int LEVEL = 4;

  /** A deflater owns 256 KB outside the heap, so they are few, and kept. */
  private static final ArrayBlockingQueue<Deflater> IDLE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private final int width;
  private final int height;
  private final byte[] head;

  /**
   * For pictures of {@code width} times {@code height} pixels.
   *
   * @param colours of index 1 and on, as {@code #rrggbb}
   * @throws IllegalArgumentException when the width is odd, or for more than 15 colours
   */
  public IndexedPng(int width, int height, List<String> colours) {
    if (width < 2 || width % 2 != 0 || height < 1 || colours.size() >= MOST_COLOURS) {
      throw new IllegalArgumentException(
          "no such picture: " + width + " x " + height + ", " + colours.size() + " colours");
    }
    this.width = width;
    this.height = height;
    this.head = head(width, height, colours);
  }

  /** The file with these pixels: an index each, row by row from the top. */
  public byte[] of(byte[] pixels) {
    byte[] rows = packed(pixels);
    byte[] data = new byte[rows.length + rows.length / 1000 + 64];
    int length = deflate(rows, data);
    ByteBuffer file = ByteBuffer.allocate(head.length + length + 24);
    file.put(head);
    chunk(file, "IDAT", data, length);
    chunk(file, "IEND", new byte[0], 0);
    return file.array();
  }

  /** Two pixels to a byte, and before each row a zero: not filtered. */
  private byte[] packed(byte[] pixels) {
    int stride = 1 + width / 2;
    byte[] rows = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      int to = y * stride + 1;
      int from = y * width;
      for (int i = 0; i < width / 2; i++) {
        rows[to + i] = (byte) (pixels[from + 2 * i] << BITS | pixels[from + 2 * i + 1]);
      }
    }
    return rows;
  }

  private static int deflate(byte[] rows, byte[] into) {
    Deflater idle = IDLE.poll();
    Deflater deflater = idle != null ? idle : new Deflater(LEVEL);
    deflater.setInput(rows);
    deflater.finish();
    int length = deflater.deflate(into);
    if (!deflater.finished()) {
      throw new IllegalStateException("a packed picture grew by more than deflate ever does");
    }
    deflater.reset();
    if (!IDLE.offer(deflater)) {
      deflater.end();
    }
    return length;
  }

  /** Signature, size, palette: all that comes before the pixels. */
  private static byte[] head(int width, int height, List<String> colours) {
    ByteBuffer buffer = ByteBuffer.allocate(256);
    buffer.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer size = ByteBuffer.allocate(13);
    size.putInt(width).putInt(height).put((byte) BITS).put((byte) PALETTE_COLOURS);
    chunk(buffer, "IHDR", size.array(), size.capacity());
    ByteArrayOutputStream palette = new ByteArrayOutputStream();
    palette.writeBytes(new byte[3]);
    for (String colour : colours) {
      int rgb = Integer.parseInt(colour.substring(1), 16);
      palette.write(rgb >> 16);
      palette.write(rgb >> 8);
      palette.write(rgb);
    }
    chunk(buffer, "PLTE", palette.toByteArray(), palette.size());
    chunk(buffer, "tRNS", new byte[1], 1);
    buffer.flip();
    byte[] head = new byte[buffer.remaining()];
    buffer.get(head);
    return head;
  }

  private static void chunk(ByteBuffer file, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, 0, length);
    file.putInt(length).put(name).put(data, 0, length).putInt((int) check.getValue());
  }
}
