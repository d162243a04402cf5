package org.borderwatch.server.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * The cookie of a session: not for scripts, not for requests of other sites, and only over HTTPS
 * where the page is reached so. It ends with the browser; the session itself ends earlier.
 *
 * @param secure whether people reach the page by HTTPS
 */
record SessionCookie(boolean secure) {
  /** With this prefix a browser takes it only from this very host over HTTPS. */
  private static final String HOST_ONLY = "__Host-";

  String name() {
    return (secure ? HOST_ONLY : "") + "borderwatch-session";
  }

  Optional<Secret> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name())).filter(text -> !text.isBlank()).map(Secret::new);
  }

  void write(Context ctx, Secret secret) {
    ctx.cookie(cookie(secret.text(), -1));
  }

  void remove(Context ctx) {
    ctx.cookie(cookie("", 0));
  }

  private Cookie cookie(String value, int maxAgeSeconds) {
    Cookie cookie = new Cookie(name(), value);
    cookie.setPath("/");
    cookie.setMaxAge(maxAgeSeconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }
}
