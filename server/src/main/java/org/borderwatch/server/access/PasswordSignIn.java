package org.borderwatch.server.access;

import java.time.Duration;
import java.util.Optional;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Checks a name and a password: for the page's sign-in, for HTTP Basic and for a change of
 * password, all under the same delays. An unknown name, a disabled account and a wrong password
 * take the same time and give the same answer.
 */
final class PasswordSignIn {
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_PASSWORD = 800;

  private final AccountRepository accounts;
  private final KnownAddresses addresses;
  private final Passwords passwords;
  private final SignInDelays delays;

  PasswordSignIn(
      AccountRepository accounts,
      KnownAddresses addresses,
      Passwords passwords,
      SignInDelays delays) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.passwords = passwords;
    this.delays = delays;
  }

  /**
   * What came of an attempt.
   *
   * @param account the account that was meant, if there is one
   * @param right whether it may come in
   */
  record Attempt(@Nullable Account account, boolean right) {
    Optional<Account> entered() {
      return right ? Optional.ofNullable(account) : Optional.empty();
    }
  }

  /**
   * Tries; about 100 ms of one core.
   *
   * @throws ApiException.TooManyAttempts when this has to wait
   */
  Attempt attempt(String name, String password, String address) {
    String key = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    Account account = accounts.find(key).orElse(null);
    boolean known = account != null && addresses.knows(key, address);
    Optional<Duration> wait = delays.begin(key, address, known);
    if (wait.isPresent()) {
      throw new ApiException.TooManyAttempts(
          "Too many attempts to sign in; wait before the next", wait.get().toSeconds() + 1);
    }
    String hash = account == null ? null : account.passwordHash();
    boolean right =
        password.length() <= LONGEST_PASSWORD
            && passwords.matches(password, hash)
            && account != null
            && !account.disabled();
    if (right) {
      delays.succeeded(key, address);
      addresses.remember(key, address);
    }
    return new Attempt(account, right);
  }
}
