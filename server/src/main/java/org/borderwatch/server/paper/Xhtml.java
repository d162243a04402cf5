package org.borderwatch.server.paper;

import java.text.Normalizer;

/** XHTML that grows: markup of our own as it stands, words of others never as markup. */
public final class Xhtml {
  private final StringBuilder out = new StringBuilder(32 * 1024);

  /** Markup. */
  public Xhtml raw(Object markup) {
    out.append(markup);
    return this;
  }

  /** Words, composed and escaped; in attributes too. */
  public Xhtml text(String words) {
    String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char letter = composed.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(letter);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
