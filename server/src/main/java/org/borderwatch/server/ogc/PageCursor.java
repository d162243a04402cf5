package org.borderwatch.server.ogc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.borderwatch.server.http.ApiException.BadParameter;

/**
 * Where a page begins: opaque to clients. It names the last feature of the page before, so that
 * rows which come or go meanwhile neither repeat nor hide others.
 *
 * @param after key of the last feature of the page before
 * @param matched how many features matched when the first page was made; counted once
 */
record PageCursor(String after, long matched) {

  String text() {
    byte[] plain = (matched + ":" + after).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  static PageCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      long matched = colon > 0 ? Long.parseLong(plain.substring(0, colon)) : -1;
      if (matched >= 0 && colon < plain.length() - 1) {
        return new PageCursor(plain.substring(colon + 1), matched);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new BadParameter(
        "cursor", "cursor is not one of ours; follow the link with rel=next as it stands");
  }
}
