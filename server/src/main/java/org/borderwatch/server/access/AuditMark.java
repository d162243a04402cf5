package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a handler knows for the audit of its request: that exact positions are read where the route
 * alone doesn't tell, and how many rows went out or were changed.
 */
public final class AuditMark {
  private static final String POSITIONS = "audit.positions";
  private static final String RESULT = "audit.result";
  private static final String TAKEN_AWAY = "audit.taken-away";
  private static final String ROWS = "audit.rows";
  private static final String SIGN_IN = "audit.sign-in";

  private AuditMark() {}

  /** This request reads exact positions. */
  public static void positions(Context ctx) {
    ctx.attribute(POSITIONS, true);
  }

  /** This request reads what an analysis found. */
  public static void result(Context ctx) {
    ctx.attribute(RESULT, true);
  }

  /** This request takes data away as a file. */
  public static void takenAway(Context ctx) {
    ctx.attribute(TAKEN_AWAY, true);
  }

  /** How many rows were read or changed. */
  public static void rows(Context ctx, long rows) {
    ctx.attribute(ROWS, rows);
  }

  /** Somebody tried to sign in; {@code account} is the one that was meant, if there is one. */
  static void failedSignIn(Context ctx, CredentialKind kind, @Nullable Account account) {
    ctx.attribute(SIGN_IN, new SignIn(kind, account));
  }

  /** Somebody signed in at the page. */
  static void signIn(Context ctx, Account account) {
    ctx.attribute(SIGN_IN, new SignIn(CredentialKind.SESSION, account));
  }

  static boolean readsPositions(Context ctx) {
    return ctx.attribute(POSITIONS) != null;
  }

  static boolean readsResult(Context ctx) {
    return ctx.attribute(RESULT) != null;
  }

  static boolean takesAway(Context ctx) {
    return ctx.attribute(TAKEN_AWAY) != null;
  }

  static OptionalLong rowsOf(Context ctx) {
    Long rows = ctx.attribute(ROWS);
    return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
  }

  static Optional<SignIn> signInOf(Context ctx) {
    return Optional.ofNullable(ctx.attribute(SIGN_IN));
  }

  record SignIn(CredentialKind kind, @Nullable Account account) {}
}
