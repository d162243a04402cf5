package org.borderwatch.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers of every answer that keep browsers from doing more with it than it is for. An answer is
 * data until {@link PageEndpoints} says that it is the page.
 */
public final class SecurityHeaders {
  private static final String DATA_POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String FEATURES =
      "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), display-capture=(),"
          + " accelerometer=(), gyroscope=(), magnetometer=()";
  private static final String HSTS = "max-age=31536000";

  /** What every answer with data has. */
  static final Map<String, String> DATA =
      Map.of(
          "Content-Security-Policy", DATA_POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // Our own requests keep their Referer: without it browsers would hide the Origin of
          // forms.
          "Referrer-Policy", "same-origin",
          "Permissions-Policy", FEATURES,
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private final boolean https;

  /**
   * @param publicUrl as people reach the page, if that is set; only with HTTPS are browsers told to
   *     stay with it
   */
  public SecurityHeaders(@Nullable String publicUrl) {
    this.https = publicUrl != null && publicUrl.startsWith("https:");
  }

  /** Sets them before anything else happens, so that errors have them too. */
  public void install(RoutesConfig routes) {
    routes.before(this::set);
  }

  private void set(Context ctx) {
    DATA.forEach(ctx::header);
    if (https) {
      ctx.header("Strict-Transport-Security", HSTS);
    }
  }
}
