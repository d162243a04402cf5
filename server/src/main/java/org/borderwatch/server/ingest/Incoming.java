package org.borderwatch.server.ingest;

import static org.borderwatch.server.database.SqlText.of;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;

/**
 * The rows of one import on their way from the temporary table {@code incoming} to {@code
 * detection}; all in the transaction of the connection.
 */
final class Incoming {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATE = of(Incoming.class, "incoming.sql");
  private static final String REPEATED_KEYS = of(Incoming.class, "repeated_keys.sql");
  private static final String NUMBER_MADE_REFS = of(Incoming.class, "number_made_refs.sql");
  private static final String REPEATED_ROWS = of(Incoming.class, "repeated_rows.sql");
  private static final String STORED_ALREADY = of(Incoming.class, "stored_already.sql");
  private static final String CONFLICTS = of(Incoming.class, "conflicts.sql");
  private static final String REPLACE = of(Incoming.class, "replace.sql");
  private static final String STORE = of(Incoming.class, "store.sql");

  /** About 50,000 rows: enough for the triggers, little enough for the progress to move. */
  private static final int BLOCKS_AT_ONCE = 1500;

  private final Connection connection;
  private final ImportRequest request;

  Incoming(Connection connection, ImportRequest request) {
    this.connection = connection;
    this.request = request;
  }

  void create() throws SQLException {
    execute(CREATE);
  }

  /**
   * Numbers rows that are equal and have no reference, and takes out rows whose key stood before.
   *
   * @return how many of them say nothing new
   */
  long takeOutRepeated(Rejects rejects, List<String> columns) throws SQLException, IOException {
    long unchanged = 0;
    if (execute(REPEATED_KEYS) > 0) {
      execute(NUMBER_MADE_REFS);
      execute("DROP TABLE repeated");
      // A number may have made a reference that another row was given.
      if (execute(REPEATED_KEYS) > 0) {
        execute(REPEATED_ROWS);
        unchanged = refuseRepeated(rejects, columns);
        execute("DELETE FROM incoming USING repeated_row AS r WHERE incoming.line = r.line");
      }
    }
    return unchanged;
  }

  private long refuseRepeated(Rejects rejects, List<String> columns)
      throws SQLException, IOException {
    long unchanged = 0;
    String sql = "SELECT line, content, differs, first_line FROM repeated_row ORDER BY line";
    try (PreparedStatement select = fetching(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (row.getString(3) == null) {
          unchanged++;
        } else {
          List<String> arguments = List.of(row.getString(4), row.getString(3));
          rejects.add(rejected(row, RefusalReason.REPEATED, arguments, columns));
        }
      }
    }
    return unchanged;
  }

  /** What was found stored already. */
  record Stored(long unchanged, long replaced) {}

  /** Takes out rows that are stored already: the same, in conflict, or replaced if so asked. */
  Stored takeOutStored(Rejects rejects, List<String> columns) throws SQLException, IOException {
    try (PreparedStatement find = connection.prepareStatement(STORED_ALREADY)) {
      find.setBoolean(1, request.synthetic());
      if (find.executeUpdate() == 0) {
        return new Stored(0, 0);
      }
    }
    long unchanged = count("SELECT count(*) FROM stored_already WHERE same");
    refuseConflicts(rejects, columns);
    long replaced = request.replace() ? replace() : 0;
    execute("DELETE FROM incoming USING stored_already AS s WHERE incoming.line = s.line");
    return new Stored(unchanged, replaced);
  }

  private void refuseConflicts(Rejects rejects, List<String> columns)
      throws SQLException, IOException {
    try (PreparedStatement select = fetching(CONFLICTS)) {
      select.setBoolean(1, request.synthetic());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String unit = row.getString(4);
          if (!request.mayWriteFor(unit)) {
            // What another unit stored is not told.
            List<String> arguments = List.of(unit == null ? "—" : unit);
            rejects.add(rejected(row, RefusalReason.NOT_YOUR_STATION, arguments, columns));
          } else if (!request.replace()) {
            List<String> arguments = List.of(row.getString(3));
            rejects.add(rejected(row, RefusalReason.CONFLICT, arguments, columns));
          }
        }
      }
    }
  }

  private long replace() throws SQLException {
    Set<String> units = request.units();
    try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
      update.setString(1, request.account());
      update.setBoolean(2, request.synthetic());
      update.setArray(3, units == null ? null : connection.createArrayOf("text", units.toArray()));
      return update.executeLargeUpdate();
    }
  }

  /** How many rows are left to be stored. */
  long left() throws SQLException {
    return count("SELECT count(*) FROM incoming");
  }

  /** Stores what is left, block by block. */
  void store(ImportProgress progress) throws SQLException {
    long blocks =
        count("SELECT pg_relation_size('incoming') / current_setting('block_size')::integer");
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      insert.setString(1, request.account());
      insert.setBoolean(2, request.synthetic());
      for (long from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
        progress.stored((double) from / blocks);
        insert.setString(3, "(" + from + ",0)");
        insert.setString(4, "(" + (from + BLOCKS_AT_ONCE) + ",0)");
        insert.executeLargeUpdate();
      }
    }
  }

  /** A row as it is given back: {@code line} and {@code content} are its first two columns. */
  private static RejectedRow rejected(
      ResultSet row, RefusalReason why, List<String> arguments, List<String> columns)
      throws SQLException {
    JsonNode content = json(row.getString(2));
    List<String> cells = columns.stream().map(name -> content.path(name).asText("")).toList();
    String reference = content.path("source_ref").asText("");
    Refusal refusal = new Refusal(row.getLong(1), "source_ref", reference, why, arguments);
    return new RejectedRow(List.of(refusal), cells);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL writes JSON", e);
    }
  }

  /** A query whose answer may be as large as the file, so it comes in parts. */
  private PreparedStatement fetching(String sql) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setFetchSize(1000);
    return select;
  }

  private long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return statement.getUpdateCount();
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
