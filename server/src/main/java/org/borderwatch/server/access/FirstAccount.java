package org.borderwatch.server.access;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The account {@code admin} of the first start. */
public final class FirstAccount {
  /** Its name. */
  public static final String NAME = "admin";

  private static final String COMMAND = "VN";

  private FirstAccount() {}

  /**
   * Makes it when there is no account at all.
   *
   * @param password the one to take; null: a one-time password is made, which has to be replaced
   *     before anything can be changed
   * @return the one-time password to print, if this made one
   * @throws org.borderwatch.server.http.ApiException.BadBody when {@code password} is too easy
   */
  public static Optional<String> make(Jdbi jdbi, @Nullable String password) {
    AccountRepository repository = new AccountRepository(jdbi);
    if (!repository.isEmpty()) {
      return Optional.empty();
    }
    repository.ensureUnit(COMMAND, "Bộ Tư lệnh Bộ đội Biên phòng", "Border Guard Command");
    return new Accounts(jdbi).addFirst(NAME, COMMAND, password);
  }
}
