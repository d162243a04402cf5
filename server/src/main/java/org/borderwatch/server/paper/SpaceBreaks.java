package org.borderwatch.server.paper;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: after spaces alone. A figure such as 18.500 stays whole, and spaces that
 * don't break do not. Not thread-safe.
 */
final class SpaceBreaks implements FSTextBreaker {
  private String text = "";
  private int at;

  @Override
  public void setText(String next) {
    text = next;
    at = 0;
  }

  /** The place after the next run of spaces, then the end, then -1. */
  @Override
  public int next() {
    if (at >= text.length()) {
      return -1;
    }
    while (at < text.length() && text.charAt(at) != ' ') {
      at++;
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
