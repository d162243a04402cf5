package org.borderwatch.data.detection;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a text file is encoded: UTF-8 with or without a byte order mark, UTF-16 with one,
 * or what came with the file. Anything else is refused with the way out of Excel.
 *
 * <p>Bytes that are wrong in single rows become U+FFFD, so that only those rows are refused.
 */
public record TextDecoding(Reader text, String encoding) {
  private static final int SAMPLE_BYTES = 64 * 1024;

  /**
   * Opens a text, finding out its encoding.
   *
   * @param charsetName what came with the file; null when none was told
   * @throws UnreadableFileException where it is no text that can be read, with reason and remedy
   */
  public static TextDecoding open(InputStream in, @Nullable String charsetName) throws IOException {
    byte[] head = in.readNBytes(SAMPLE_BYTES);
    Charset charset = charset(head, charsetName);
    boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    refuseOtherFiles(head, wide && charsetName != null);
    int mark = markLength(head);
    if (charset.equals(UTF_8) && !looksLikeUtf8(head, head.length < SAMPLE_BYTES)) {
      throw new UnreadableFileException(FileProblem.NOT_UTF8);
    }
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in);
    // A decoder that replaces, not one that reports: a bad byte costs its row, not the file.
    return new TextDecoding(new InputStreamReader(rest, charset), charset.name());
  }

  private static void refuseOtherFiles(byte[] head, boolean declaredWide) {
    if (head.length == 0) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new UnreadableFileException(FileProblem.WORKBOOK);
    }
    if (startsWith(head, 0x1f, 0x8b) || startsWith(head, '7', 'z', 0xbc, 0xaf)) {
      throw new UnreadableFileException(FileProblem.COMPRESSED);
    }
    boolean utf32 = startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff);
    boolean zeroEarly = head.length >= 2 && (head[0] == 0 || head[1] == 0);
    if (!declaredWide && (utf32 || zeroEarly)) {
      throw new UnreadableFileException(FileProblem.UNMARKED_UTF16);
    }
  }

  private static Charset charset(byte[] head, @Nullable String name) {
    if (startsWith(head, 0xff, 0xfe)) {
      return UTF_16LE;
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return UTF_16BE;
    }
    if (name == null || markLength(head) > 0) {
      return UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableFileException(FileProblem.UNKNOWN_ENCODING, name);
    }
  }

  private static int markLength(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return 3;
    }
    return startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff) ? 2 : 0;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the header is UTF-8 and so are at least half of the rows in the sample. */
  private static boolean looksLikeUtf8(byte[] head, boolean whole) {
    int lines = 0;
    int wrong = 0;
    for (int from = 0; from < head.length; ) {
      int to = lineEnd(head, from);
      if (to == head.length && !whole && lines > 0) {
        break;
      }
      boolean right = isUtf8(Arrays.copyOfRange(head, from, to));
      if (!right && lines == 0) {
        return false;
      }
      wrong += right ? 0 : 1;
      lines++;
      from = to + 1;
    }
    return wrong * 2 <= lines - 1;
  }

  private static int lineEnd(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean isUtf8(byte[] line) {
    try {
      UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
