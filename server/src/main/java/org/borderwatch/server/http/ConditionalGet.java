package org.borderwatch.server.http;

import io.javalin.http.Context;

/** Answers 304 when what the caller already has is still true. */
public final class ConditionalGet {
  private ConditionalGet() {}

  /**
   * Marks the answer with a weak ETag of {@code version}; true when the caller has it already and
   * nothing more is to be written.
   *
   * @param version changes whenever the answer to this URL for this caller does; letters, digits,
   *     dots and dashes
   */
  public static boolean isFresh(Context ctx, String version) {
    String etag = "W/\"" + version + "\"";
    ctx.header("ETag", etag);
    ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
    ctx.header("Vary", "Cookie, Authorization, Accept-Encoding");
    String known = ctx.header("If-None-Match");
    // Compressed answers may carry a suffix after the version.
    if (known != null && known.contains(version + "\"")) {
      ctx.status(304);
      return true;
    }
    return false;
  }
}
