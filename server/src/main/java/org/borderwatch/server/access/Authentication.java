package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.util.function.BiConsumer;
import org.borderwatch.server.database.Inquiry;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.Route;

/**
 * The gate before every route: who asks, from where, and whether that is allowed. While the
 * database is away, exact positions are refused here at once: they stand nowhere else, and reading
 * them has to be audited.
 */
final class Authentication implements BiConsumer<Context, Route> {
  private final Credentials credentials;
  private final SameOrigin sameOrigin;
  private final SessionCookie cookie;
  private final Inquiry inquiry;

  Authentication(
      Credentials credentials, SameOrigin sameOrigin, SessionCookie cookie, Inquiry inquiry) {
    this.credentials = credentials;
    this.sameOrigin = sameOrigin;
    this.cookie = cookie;
    this.inquiry = inquiry;
  }

  @Override
  public void accept(Context ctx, Route route) {
    sameOrigin.check(ctx, cookie.read(ctx).isPresent());
    if (route.permission() == Permission.NOBODY) {
      return;
    }
    Credential credential = credentials.require(ctx);
    credential.enter(ctx);
    Role role = credential.account().role();
    if (!role.may(route.permission())) {
      throw new ApiException.NotAllowed(
          "The role " + role.code() + " may not: " + route.permission().code());
    }
    if (credential.account().mustChange()
        && SameOrigin.isUnsafe(ctx)
        && route.permission() != Permission.SIGNED_IN) {
      throw new ApiException.NotAllowed(
          "Somebody else knows this password: take a new one first, in the page's account menu"
              + " or by POST /api/session/password");
    }
    if (route.permission() == Permission.READ_DETECTIONS && inquiry.isAway()) {
      throw new ApiException.DatabaseAway();
    }
  }
}
