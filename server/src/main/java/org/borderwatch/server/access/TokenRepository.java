package org.borderwatch.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.database.SqlText;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of programs and devices. */
final class TokenRepository {
  private static final String FIND = SqlText.of(TokenRepository.class, "token-find.sql");
  private static final String ADD = SqlText.of(TokenRepository.class, "token-add.sql");
  private static final String LIST = SqlText.of(TokenRepository.class, "token-list.sql");

  private final Jdbi jdbi;

  TokenRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A token as a list shows it, without its secret.
   *
   * @param usedAt to the minute; null when it never was
   */
  record Token(
      UUID id,
      String account,
      String label,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      @Nullable Instant usedAt) {}

  Token add(String account, String label, Secret secret, int days, String by) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ADD)
                .bind("account", account)
                .bind("label", label)
                .bind("hash", secret.hash())
                .bind("by", by)
                .bind("days", days)
                .map((row, ctx) -> token(row))
                .one());
  }

  List<Token> list(String account) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(LIST).bind("account", account).map((row, ctx) -> token(row)).list());
  }

  /** False when the account has no such token. */
  boolean remove(String account, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM token WHERE id = :id AND account = :account")
                    .bind("id", id)
                    .bind("account", account)
                    .execute()
                == 1);
  }

  /** The account whose token it is, if it lasts; notes its use, to the minute. */
  Optional<String> accountOf(byte[] hash) {
    return jdbi.withHandle(
        handle -> {
          Optional<Found> found =
              handle
                  .createQuery(FIND)
                  .bind("hash", hash)
                  .map((row, ctx) -> new Found(row.getString("account"), row.getBoolean("stale")))
                  .findOne();
          if (found.isPresent() && found.get().stale()) {
            handle
                .createUpdate("UPDATE token SET used_at = now() WHERE secret_hash = :hash")
                .bind("hash", hash)
                .execute();
          }
          return found.map(Found::account);
        });
  }

  private static Token token(ResultSet row) throws SQLException {
    Timestamp usedAt = row.getTimestamp("used_at");
    return new Token(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("label"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        row.getTimestamp("expires_at").toInstant(),
        usedAt == null ? null : usedAt.toInstant());
  }

  private record Found(String account, boolean stale) {}
}
