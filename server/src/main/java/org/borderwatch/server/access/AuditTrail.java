package org.borderwatch.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.access.AuditMark.SignIn;
import org.borderwatch.server.http.CurrentRoute;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one row for each request that changes something, reads exact positions beyond the own unit
 * or the result of an analysis, takes data away as a file, or signs in; also for those that were
 * refused. Bodies, credentials and unknown parameters are never written.
 */
final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_PATH = 300;

  private final AuditRepository repository;

  AuditTrail(AuditRepository repository) {
    this.repository = repository;
  }

  /** Audits every request once it is answered, whatever came of it. */
  void install(RoutesConfig routes) {
    routes.after(this::audit);
  }

  private void audit(Context ctx) {
    Optional<CurrentRoute> current = CurrentRoute.of(ctx);
    if (current.isEmpty() || !isDue(ctx, current.get().route())) {
      return;
    }
    try {
      repository.add(row(ctx, current.get()));
    } catch (RuntimeException e) {
      if (SameOrigin.isUnsafe(ctx)) {
        // The change is made and has its own history; to tell that it failed would be wrong.
        LOG.error("Not audited: {} {}", ctx.method(), current.get().route().path(), e);
        return;
      }
      // What can't be audited isn't shown.
      throw e;
    }
  }

  private static boolean isDue(Context ctx, Route route) {
    if (AuditMark.signInOf(ctx).isPresent()) {
      return true;
    }
    return Principal.find(ctx)
        .map(
            principal ->
                SameOrigin.isUnsafe(ctx)
                    || AuditMark.readsPositions(ctx)
                    || AuditMark.readsResult(ctx)
                    || AuditMark.takesAway(ctx)
                    || (route.permission() == Permission.READ_DETECTIONS
                        && !principal.role().ownUnitOnly()))
        .orElse(false);
  }

  private static AuditRow row(Context ctx, CurrentRoute current) {
    Optional<SignIn> signIn = AuditMark.signInOf(ctx);
    Optional<Credential> credential = Credential.of(ctx);
    Optional<Account> account =
        signIn
            .flatMap(attempt -> Optional.ofNullable(attempt.account()))
            .or(() -> credential.map(Credential::account));
    CredentialKind kind =
        signIn
            .map(SignIn::kind)
            .or(() -> credential.map(Credential::kind))
            .orElse(CredentialKind.NONE);
    long nanos = System.nanoTime() - current.startedNanos();
    return new AuditRow(
        account.map(Account::name).orElse(null),
        account.map(one -> one.role().code()).orElse(null),
        kind,
        ClientAddress.of(ctx),
        ctx.method().name(),
        cut(ctx.path(), LONGEST_PATH),
        current.route().path(),
        filter(ctx, current.route()),
        ctx.statusCode(),
        AuditMark.rowsOf(ctx),
        (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanos)));
  }

  private static Map<String, String> filter(Context ctx, Route route) {
    Map<String, String> filter = new TreeMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (route.parameters().names().contains(name)) {
                filter.put(name, cut(String.join(",", values), LONGEST_VALUE));
              }
            });
    return filter;
  }

  private static String cut(String text, int longest) {
    String clean = text.replace("\u0000", "");
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }
}
