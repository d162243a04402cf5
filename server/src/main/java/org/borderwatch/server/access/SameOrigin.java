package org.borderwatch.server.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something was made by our own page or by a program, not by another
 * site in somebody's browser. Asked for every unsafe method, whatever the credential: a browser
 * adds Basic credentials by itself as it does cookies.
 */
final class SameOrigin {
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final Optional<String> publicAuthority;

  /**
   * @param publicUrl as people reach the page, if that is set
   */
  SameOrigin(@Nullable String publicUrl) {
    this.publicAuthority = Optional.ofNullable(publicUrl).map(SameOrigin::authority);
  }

  static boolean isUnsafe(Context ctx) {
    return !SAFE.contains(ctx.method());
  }

  /**
   * Refuses an unsafe request of another site.
   *
   * @param hasCookie whether it carries a session's cookie; then it has to say where it comes from
   */
  void check(Context ctx, boolean hasCookie) {
    if (!isUnsafe(ctx)) {
      return;
    }
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    boolean siteIsOurs = site == null || site.equals("same-origin") || site.equals("none");
    boolean originIsOurs = origin == null || isOurs(origin, ctx.host());
    boolean silent = site == null && origin == null;
    if (!siteIsOurs || !originIsOurs || (silent && hasCookie)) {
      throw new ApiException.NotAllowed(
          "This request comes from another site, or doesn't say where it comes from."
              + " Programs send a token or Basic credentials, and no cookie");
    }
  }

  private boolean isOurs(String origin, @Nullable String host) {
    String authority = authority(origin);
    return !authority.isEmpty()
        && (publicAuthority.filter(authority::equals).isPresent()
            || (host != null && authority.equals(host.toLowerCase(Locale.ROOT))));
  }

  /** Host and port of a URL, without the port that its scheme has anyway; empty when it is none. */
  private static String authority(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || uri.getScheme() == null) {
        return "";
      }
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      int standard = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
      return uri.getPort() == -1 || uri.getPort() == standard ? host : host + ":" + uri.getPort();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
