package org.borderwatch.server.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Accounts, sessions and tokens for some seconds, so that a map's dozens of tiles ask the database
 * once. What this server changes counts at once; what another server changes, within 5 seconds.
 */
final class AccountMemory {
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MOST = 5_000;

  private final AccountRepository repository;
  private final ShortMemory<String, Account> accounts;
  private final ShortMemory<String, String> secrets;

  AccountMemory(AccountRepository repository, Clock clock) {
    this.repository = repository;
    this.accounts = new ShortMemory<>(MOST, TIME, clock);
    this.secrets = new ShortMemory<>(MOST, TIME, clock);
  }

  Optional<Account> find(String name) {
    Optional<Account> known = accounts.get(name);
    if (known.isPresent()) {
      return known;
    }
    Optional<Account> found = repository.find(name);
    found.ifPresent(account -> accounts.put(name, account));
    return found;
  }

  /** The account of a session or token, from memory or from {@code stored}. */
  Optional<String> accountOf(String secretHash, Supplier<Optional<String>> stored) {
    Optional<String> known = secrets.get(secretHash);
    if (known.isPresent()) {
      return known;
    }
    Optional<String> found = stored.get();
    found.ifPresent(name -> secrets.put(secretHash, name));
    return found;
  }

  /** Asks the database again about this account and all that it comes in with. */
  void forget(String name) {
    accounts.remove(name);
    secrets.removeIf(name::equals);
  }
}
