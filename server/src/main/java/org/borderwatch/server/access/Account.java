package org.borderwatch.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is needed to let somebody in.
 *
 * @param name lower case, 2 to 40 letters, digits and {@code . _ -}
 * @param role what it is for
 * @param unit code of its unit
 * @param unitNameVi name of the unit in Vietnamese
 * @param unitNameEn name of the unit in English
 * @param units codes of its unit and all below it
 * @param passwordHash Argon2id in PHC form; null for an account that has only tokens
 * @param mustChange whether somebody else knows the password, so that it has to be replaced
 * @param disabled whether it may not come in
 * @param version rises with each change
 */
public record Account(
    String name,
    Role role,
    String unit,
    String unitNameVi,
    String unitNameEn,
    Set<String> units,
    @Nullable String passwordHash,
    boolean mustChange,
    boolean disabled,
    int version) {

  public Account {
    units = Set.copyOf(units);
  }

  /** Who asks when this account does. */
  public Principal principal() {
    return new Principal(name, role, unit, units);
  }

  /** Without the hash of the password. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + role.code() + ", " + unit + "]";
  }
}
