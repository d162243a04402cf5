package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: an account whose credential was verified for this request.
 *
 * @param account name of the account
 * @param role what it is for
 * @param unit code of the unit that it belongs to
 * @param units codes of that unit and all below it
 */
public record Principal(String account, Role role, String unit, Set<String> units) {
  private static final String ATTRIBUTE = Principal.class.getName();

  public Principal {
    units = Set.copyOf(units);
  }

  /** Who asks in {@code ctx}. Only behind a route that needs an account. */
  public static Principal of(Context ctx) {
    return find(ctx).orElseThrow(() -> new IllegalStateException("nobody was let in at the gate"));
  }

  public static Optional<Principal> find(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /** Remembers that this principal asks in {@code ctx}. */
  public void enter(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }
}
