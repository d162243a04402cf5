package org.borderwatch.server.access;

import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** Writes what the command line changes to the audit, beside what requests change. */
public final class CommandAudit {
  private static final int WELL = 200;

  private final AuditRepository repository;

  public CommandAudit(Jdbi jdbi) {
    this.repository = new AuditRepository(jdbi);
  }

  /**
   * Something was changed.
   *
   * @param verb of the command, such as {@code account add}
   * @param on what, never a secret
   * @param rows how many rows it changed
   */
  public void changed(String verb, String on, long rows) {
    repository.add(
        new AuditRow(
            null,
            null,
            CredentialKind.NONE,
            "command line",
            "COMMAND",
            (verb + " " + on).strip(),
            verb,
            Map.of("user", System.getProperty("user.name", "unknown")),
            WELL,
            OptionalLong.of(rows),
            0));
  }
}
