package org.borderwatch.server.access;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.borderwatch.server.database.Inquiry;
import org.borderwatch.server.http.ApiException;

/**
 * Accounts, sessions and tokens for some seconds, so that a map's dozens of tiles ask the database
 * once. What this server changes counts at once; what another server changes, within 5 seconds, or
 * for reading as soon as the database is back.
 */
final class AccountMemory {
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MOST = 5_000;

  private final AccountRepository repository;
  private final Inquiry inquiry;
  private final LastKnown<Account> accounts;
  private final LastKnown<String> secrets;

  AccountMemory(AccountRepository repository, Inquiry inquiry, Clock clock) {
    this.repository = repository;
    this.inquiry = inquiry;
    this.accounts = new LastKnown<>(MOST, TIME, clock);
    this.secrets = new LastKnown<>(MOST, TIME, clock);
  }

  /** The account of that name; see {@link LastKnown#find}. */
  Optional<Account> find(String name, boolean reading) {
    return accounts.find(name, reading, () -> read(name));
  }

  /**
   * The account as the database has it now, whatever is remembered.
   *
   * @throws ApiException.DatabaseAway when it can't answer
   */
  Optional<Account> read(String name) {
    return ask(() -> repository.find(name));
  }

  /** The account of a session or token, from memory or from {@code stored}. */
  Optional<String> accountOf(
      String secretHash, boolean reading, Callable<Optional<String>> stored) {
    return secrets.find(secretHash, reading, () -> ask(stored));
  }

  /** Asks the database again about this account; its sessions and tokens stay known. */
  void askAgain(String name) {
    accounts.forget(account -> account.name().equals(name));
  }

  /** Asks the database again about this account and all that it comes in with. */
  void forget(String name) {
    askAgain(name);
    secrets.forget(name::equals);
  }

  private <T> T ask(Callable<T> question) {
    try {
      return inquiry.ask(question);
    } catch (SQLTransientConnectionException away) {
      throw new ApiException.DatabaseAway();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
