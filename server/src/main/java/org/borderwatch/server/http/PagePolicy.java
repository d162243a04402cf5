package org.borderwatch.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy of the page: everything from this server, nothing inline but the
 * import map, which is known by its SHA-256.
 */
final class PagePolicy {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private PagePolicy() {}

  /** The policy for the page {@code html} as it is sent, to the byte. */
  static String of(String html) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher maps = IMPORT_MAP.matcher(html);
    while (maps.find()) {
      scripts.append(" 'sha256-").append(sha256(maps.group(1))).append('\'');
    }
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; font-src 'self';"
        + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
