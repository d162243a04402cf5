package org.borderwatch.server.access;

import java.time.Duration;
import java.util.Optional;
import org.borderwatch.server.database.SqlText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Sessions of the page: 12 hours after the last request, at most 7 days. */
final class SessionRepository {
  static final Duration IDLE = Duration.ofHours(12);
  static final Duration ABSOLUTE = Duration.ofDays(7);

  private static final String FIND = SqlText.of(SessionRepository.class, "session-find.sql");
  private static final String SWEEP = SqlText.of(SessionRepository.class, "session-sweep.sql");

  private final Jdbi jdbi;

  SessionRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Begins a session, and removes those that have ended. */
  Secret begin(String account) {
    Secret secret = Secret.forSession();
    jdbi.useTransaction(
        handle -> {
          sweep(handle);
          add(handle, account, secret);
        });
    return secret;
  }

  /** Begins the only session of an account: all others end. In {@code handle}'s transaction. */
  Secret beginOnly(Handle handle, String account) {
    endAll(handle, account);
    Secret secret = Secret.forSession();
    add(handle, account, secret);
    return secret;
  }

  /** The account whose session it is, if it lasts; notes its use, to the minute. */
  Optional<String> accountOf(byte[] hash) {
    return jdbi.withHandle(
        handle -> {
          Optional<Found> found =
              handle
                  .createQuery(FIND)
                  .bind("hash", hash)
                  .bind("idleSeconds", IDLE.toSeconds())
                  .bind("absoluteSeconds", ABSOLUTE.toSeconds())
                  .map((row, ctx) -> new Found(row.getString("account"), row.getBoolean("stale")))
                  .findOne();
          if (found.isPresent() && found.get().stale()) {
            handle
                .createUpdate("UPDATE session SET used_at = now() WHERE secret_hash = :hash")
                .bind("hash", hash)
                .execute();
          }
          return found.map(Found::account);
        });
  }

  void end(byte[] hash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM session WHERE secret_hash = :hash")
                .bind("hash", hash)
                .execute());
  }

  /** In {@code handle}'s transaction. */
  void endAll(Handle handle, String account) {
    handle
        .createUpdate("DELETE FROM session WHERE account = :account")
        .bind("account", account)
        .execute();
  }

  private static void add(Handle handle, String account, Secret secret) {
    handle
        .createUpdate("INSERT INTO session (secret_hash, account) VALUES (:hash, :account)")
        .bind("hash", secret.hash())
        .bind("account", account)
        .execute();
  }

  private static void sweep(Handle handle) {
    handle
        .createUpdate(SWEEP)
        .bind("idleSeconds", IDLE.toSeconds())
        .bind("absoluteSeconds", ABSOLUTE.toSeconds())
        .execute();
  }

  private record Found(String account, boolean stale) {}
}
