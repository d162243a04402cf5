package org.borderwatch.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.Json;
import org.jdbi.v3.core.Jdbi;

/** Adds to the audit. The server's role can do nothing else with it but read. */
final class AuditRepository {
  private static final String ADD = SqlText.of(AuditRepository.class, "audit-add.sql");

  private final Jdbi jdbi;

  AuditRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(AuditRow row) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("account", row.account())
                .bind("role", row.role())
                .bind("credential", row.credential().code())
                .bind("address", row.address())
                .bind("method", row.method())
                .bind("path", row.path())
                .bind("route", row.route())
                .bind("filter", json(row))
                .bind("status", row.status())
                .bind("rows", row.rows().isPresent() ? (Long) row.rows().getAsLong() : null)
                .bind("ms", row.ms())
                .execute());
  }

  private static String json(AuditRow row) {
    try {
      return Json.MAPPER.writeValueAsString(row.filter());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
