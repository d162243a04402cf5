package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts CSV into lines and lines into fields (RFC 4180, but a row never spans lines).
 *
 * <p>No field of a detection can hold a line break, so a quote that is open at the end of a line is
 * an error of that line alone; a general reader would swallow the rest of the file. Lines end with
 * LF, CRLF or CR. Memory is one line of at most {@link #LONGEST_LINE} characters.
 */
final class CsvLines {
  static final int LONGEST_LINE = 16 * 1024;

  /** What was found while a line was cut into fields. */
  enum Cut {
    WHOLE,
    QUOTE_NOT_CLOSED,
    TEXT_AFTER_QUOTE
  }

  private final Reader in;
  private final char[] buffer = new char[8 * LONGEST_LINE];
  private int filled;

  private int start;
  private int end;
  private int next;
  private long number;
  private boolean afterReturn;

  CsvLines(Reader in) {
    this.in = in;
  }

  /** Steps to the next line; false at the end of the file. */
  boolean advance() throws IOException {
    start = next;
    if (start == filled && !fill()) {
      return false;
    }
    if (afterReturn && buffer[start] == '\n') {
      start++;
    }
    int at = start;
    while (at == filled || (buffer[at] != '\n' && buffer[at] != '\r')) {
      if (at < filled) {
        at++;
        continue;
      }
      int length = Math.min(at - start, LONGEST_LINE + 1);
      boolean more = fill();
      at = start + length;
      if (!more) {
        break;
      }
    }
    end = at;
    boolean ended = at < filled;
    afterReturn = ended && buffer[at] == '\r';
    next = ended ? at + 1 : at;
    number++;
    return ended || end > start;
  }

  /**
   * Reads on when the buffer is used up: what is kept of the current line moves to the front. Of a
   * line that is too long only its beginning is kept.
   */
  private boolean fill() throws IOException {
    int kept = Math.min(filled - start, LONGEST_LINE + 1);
    System.arraycopy(buffer, start, buffer, 0, kept);
    start = 0;
    next = 0;
    filled = kept;
    int count = 0;
    while (count == 0) {
      count = in.read(buffer, filled, buffer.length - filled);
    }
    filled += Math.max(count, 0);
    return count > 0;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** Whether the line is longer than {@link #LONGEST_LINE}; then its text is not whole. */
  boolean tooLong() {
    return end - start > LONGEST_LINE;
  }

  /** The line as it stood. */
  String text() {
    return new String(buffer, start, Math.min(end - start, LONGEST_LINE));
  }

  /** Whether the line has a character that {@link CleanText#control} refuses. */
  boolean hasControl() {
    for (int i = start; i < end; i++) {
      char c = buffer[i];
      if ((c < ' ' || c >= '\u007f') && CleanText.control(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a byte of the line could not be decoded. */
  boolean hasUndecoded() {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\ufffd') {
        return true;
      }
    }
    return false;
  }

  /** Whether the line has nothing but separators and blanks, as below a table of Excel. */
  boolean blank(char delimiter) {
    for (int i = start; i < end; i++) {
      if (buffer[i] != delimiter && !CleanText.blank(buffer[i])) {
        return false;
      }
    }
    return true;
  }

  /** Cuts the line at {@code delimiter}; fields come without their quotes. */
  Cut cut(char delimiter, List<String> fields) {
    fields.clear();
    int at = start;
    while (true) {
      if (at < end && buffer[at] == '"') {
        int close = closingQuote(at + 1);
        if (close < 0) {
          return Cut.QUOTE_NOT_CLOSED;
        }
        fields.add(new String(buffer, at + 1, close - at - 1).replace("\"\"", "\""));
        at = close + 1;
        if (at < end && buffer[at] != delimiter) {
          return Cut.TEXT_AFTER_QUOTE;
        }
      } else {
        int from = at;
        while (at < end && buffer[at] != delimiter) {
          at++;
        }
        fields.add(at == from ? "" : new String(buffer, from, at - from));
      }
      if (at >= end) {
        return Cut.WHOLE;
      }
      at++;
    }
  }

  /** The line cut at every delimiter, quotes or not: what is shown of a line that is refused. */
  List<String> asItStood(char delimiter) {
    List<String> fields = new ArrayList<>();
    int from = start;
    for (int at = start; at <= end; at++) {
      if (at == end || buffer[at] == delimiter) {
        fields.add(CleanText.shown(new String(buffer, from, at - from), 200));
        from = at + 1;
      }
    }
    return fields;
  }

  private int closingQuote(int from) {
    for (int at = from; at < end; at++) {
      if (buffer[at] == '"') {
        if (at + 1 < end && buffer[at + 1] == '"') {
          at++;
        } else {
          return at;
        }
      }
    }
    return -1;
  }
}
