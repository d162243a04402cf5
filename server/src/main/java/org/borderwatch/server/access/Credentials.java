package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.access.PasswordSignIn.Attempt;
import org.borderwatch.server.access.RememberedPasswords.Verified;
import org.borderwatch.server.http.ApiException;

/**
 * Finds out who asks: {@code Authorization: Bearer} or {@code Basic}, else the session's cookie. A
 * wrong Authorization is an error even beside a good cookie.
 */
final class Credentials {
  private static final String CHALLENGE = "Basic realm=\"Borderwatch\", charset=\"UTF-8\"";

  private final AccountMemory accounts;
  private final SessionRepository sessions;
  private final TokenRepository tokens;
  private final PasswordSignIn passwords;
  private final RememberedPasswords remembered;
  private final SessionCookie cookie;

  Credentials(
      AccountMemory accounts,
      SessionRepository sessions,
      TokenRepository tokens,
      PasswordSignIn passwords,
      RememberedPasswords remembered,
      SessionCookie cookie) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
    this.remembered = remembered;
    this.cookie = cookie;
  }

  /**
   * Who asks; empty when the request says nothing about it or its session has ended.
   *
   * <p>While the database is away, who was known before may read; see {@link LastKnown}.
   *
   * @throws ApiException.NotSignedIn when it says something wrong
   * @throws ApiException.TooManyAttempts when a password comes too early after wrong ones
   * @throws ApiException.DatabaseAway when nobody can tell
   */
  Optional<Credential> find(Context ctx) {
    String authorization = ctx.header("Authorization");
    boolean reading = !SameOrigin.isUnsafe(ctx);
    if (authorization == null) {
      return cookie.read(ctx).flatMap(secret -> bySecret(CredentialKind.SESSION, secret, reading));
    }
    String[] parts = authorization.strip().split("\\s+", 2);
    String value = parts.length == 2 ? parts[1] : "";
    Optional<Credential> found =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "bearer" -> bySecret(CredentialKind.TOKEN, new Secret(value), reading);
          case "basic" -> basic(ctx, value, reading);
          default -> Optional.empty();
        };
    if (found.isEmpty()) {
      throw notSignedIn(ctx, "The credential in Authorization is wrong or has ended");
    }
    return found;
  }

  /** Who asks, or else 401. */
  Credential require(Context ctx) {
    return find(ctx).orElseThrow(() -> notSignedIn(ctx, "Sign in first"));
  }

  /**
   * A 401. A program is told that Basic is spoken here; our page is not, or the browser would open
   * its own dialog over it.
   */
  static ApiException.NotSignedIn notSignedIn(Context ctx, String detail) {
    String accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    boolean fromPage =
        ctx.header("Sec-Fetch-Site") != null
            || ctx.header("X-Borderwatch") != null
            || accept.startsWith("image/");
    return new ApiException.NotSignedIn(
        detail, fromPage ? Map.of() : Map.of("WWW-Authenticate", CHALLENGE));
  }

  private Optional<Credential> bySecret(CredentialKind kind, Secret secret, boolean reading) {
    byte[] hash = secret.hash();
    return accounts
        .accountOf(
            kind.code() + HexFormat.of().formatHex(hash),
            reading,
            () ->
                kind == CredentialKind.SESSION ? sessions.accountOf(hash) : tokens.accountOf(hash))
        .flatMap(name -> accounts.find(name, reading))
        .filter(account -> !account.disabled())
        .map(account -> new Credential(kind, account));
  }

  private Optional<Credential> basic(Context ctx, String value, boolean reading) {
    String decoded;
    try {
      decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = decoded.indexOf(':');
    if (colon <= 0 || decoded.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    String name = decoded.substring(0, colon);
    String password = decoded.substring(colon + 1);
    return remembered
        .find(name, password, reading, () -> verify(ctx, name, password))
        .flatMap(verified -> current(verified, reading))
        .map(account -> new Credential(CredentialKind.BASIC, account));
  }

  private Optional<Verified> verify(Context ctx, String name, String password) {
    // Says at once that the database is away; the attempt itself would wait for a connection.
    accounts.read(name);
    Attempt attempt = passwords.attempt(name, password, ClientAddress.of(ctx));
    if (attempt.right()) {
      // What was just read is newer than what is remembered.
      accounts.askAgain(name);
    } else {
      AuditMark.failedSignIn(ctx, CredentialKind.BASIC, attempt.account());
    }
    return attempt.entered().map(account -> new Verified(account.name(), account.version()));
  }

  private Optional<Account> current(Verified verified, boolean reading) {
    return accounts
        .find(verified.account(), reading)
        .filter(account -> !account.disabled() && account.version() == verified.version());
  }
}
