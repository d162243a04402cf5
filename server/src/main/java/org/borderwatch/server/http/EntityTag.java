package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP entity tag, without its quotes.
 *
 * @param value what stands between the quotes
 * @param weak whether two answers with this tag may differ in bytes, though not in meaning
 */
public record EntityTag(String value, boolean weak) {

  /** The tag of content: the same content has the same tag. */
  public static EntityTag ofContent(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      // Weak, because compression changes the bytes on their way.
      return new EntityTag(text.substring(0, 22), true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The tag of what is made of a version of the data: a new one changes the answer to every URL.
   */
  public static EntityTag ofData(String version) {
    return new EntityTag(version, true);
  }

  /** The tag of a version of a feature. */
  public static EntityTag ofVersion(int version) {
    return new EntityTag(Integer.toString(version), false);
  }

  /** As it stands in a header. */
  public String header() {
    return (weak ? "W/" : "") + '"' + value + '"';
  }

  /** Whether a header If-Match or If-None-Match names this tag, or is a star. */
  public boolean isNamedBy(@Nullable String header) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.split(",")) {
      String text = candidate.strip();
      String bare = text.startsWith("W/") ? text.substring(2) : text;
      if (text.equals("*") || bare.equals('"' + value + '"')) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sets the tag, and that browsers ask again each time. When the caller has this content already,
   * answers 304 and returns true.
   */
  public boolean answersNotModified(Context ctx) {
    ctx.header("ETag", header());
    ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
    ctx.header("Vary", "Cookie, Authorization, Accept-Encoding");
    if (isNamedBy(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return true;
    }
    return false;
  }
}
