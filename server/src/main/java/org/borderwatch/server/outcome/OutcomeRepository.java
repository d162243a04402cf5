package org.borderwatch.server.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.Tally;

/** Rows of indicators and counts. Every method works in the caller's transaction. */
public final class OutcomeRepository {
  private static final String INDICATORS = SqlText.of(OutcomeRepository.class, "indicators.sql");
  private static final String STORE_INDICATOR =
      SqlText.of(OutcomeRepository.class, "indicator_store.sql");
  private static final String REPORTERS = SqlText.of(OutcomeRepository.class, "reporters.sql");
  private static final String IN_FORCE = SqlText.of(OutcomeRepository.class, "counts.sql");
  private static final String HISTORY = SqlText.of(OutcomeRepository.class, "history.sql");
  private static final String CELL = SqlText.of(OutcomeRepository.class, "cell.sql");
  private static final String NEXT = SqlText.of(OutcomeRepository.class, "count_insert.sql");

  private final Connection connection;

  public OutcomeRepository(Connection connection) {
    this.connection = connection;
  }

  /** All indicators in the order of the report. */
  public List<Indicator> indicators() throws SQLException {
    List<Indicator> indicators = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(INDICATORS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        indicators.add(
            new Indicator(
                row.getString("code"),
                Word.byCode(OutcomeSection.class, row.getString("section")).orElseThrow(),
                row.getInt("position"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("unit_vi"),
                row.getString("unit_en"),
                Word.byCode(CountKind.class, row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getString("part_of")),
                row.getBoolean("disjoint"),
                row.getBoolean("retired"),
                row.getInt("version")));
      }
    }
    return indicators;
  }

  /**
   * Adds an indicator, or replaces version {@code indicator.version() - 1} of it.
   *
   * @return false where another version is stored
   */
  public boolean store(Indicator indicator) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STORE_INDICATOR)) {
      statement.setString(1, indicator.code());
      statement.setString(2, indicator.section().code());
      statement.setInt(3, indicator.position());
      statement.setString(4, indicator.nameVi());
      statement.setString(5, indicator.nameEn());
      statement.setString(6, indicator.unitVi());
      statement.setString(7, indicator.unitEn());
      statement.setString(8, indicator.kind().code());
      statement.setString(9, indicator.partOf().orElse(null));
      statement.setBoolean(10, indicator.disjoint());
      statement.setBoolean(11, indicator.retired());
      statement.setInt(12, indicator.version());
      return statement.executeUpdate() > 0;
    }
  }

  /** One at a time changes the counts of a unit, until the transaction ends. */
  public void lock(String unit) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('outcome ' || ?))")) {
      statement.setString(1, unit);
      statement.execute();
    }
  }

  /** A unit that may report, and the one above it. */
  public record Reporter(String code, String nameVi, String nameEn, Optional<String> parent) {}

  /** All units, the highest first. */
  public List<Reporter> reporters() throws SQLException {
    List<Reporter> reporters = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(REPORTERS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        reporters.add(
            new Reporter(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4))));
      }
    }
    return reporters;
  }

  public boolean isUnit(String code) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT FROM unit WHERE code = ?")) {
      statement.setString(1, code);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Newest versions of all cells that share a day with {@code [from, until)}, by unit, indicator,
   * months and country; withdrawn ones too.
   *
   * @param units whose counts are asked for; empty for all
   */
  public List<StoredOutcome> newest(
      Optional<Collection<String>> units, LocalDate from, LocalDate until, int most)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
      statement.setObject(1, until);
      statement.setObject(2, from);
      statement.setBoolean(3, units.isEmpty());
      statement.setArray(
          4,
          connection.createArrayOf("text", units.map(Collection::toArray).orElse(new String[0])));
      statement.setInt(5, most);
      return read(statement);
    }
  }

  /** Every version of one cell, the newest first. */
  public List<StoredOutcome> history(UUID cell) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setObject(1, cell);
      return read(statement);
    }
  }

  /** The id of a cell, made where it is new. */
  public UUID cell(OutcomeCell cell) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CELL)) {
      statement.setString(1, cell.unit());
      statement.setString(2, cell.indicator());
      statement.setObject(3, cell.from());
      statement.setObject(4, cell.until());
      statement.setString(5, cell.partner().orElse(null));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  /**
   * Appends a version.
   *
   * @param count empty to withdraw
   * @throws SQLException with state 23505 when somebody else was first
   */
  public void add(
      UUID cell, int version, Optional<OutcomeCount> count, OutcomeReason reason, String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setObject(1, cell);
      statement.setInt(2, version);
      if (count.isPresent()) {
        statement.setLong(3, count.get().tally().value());
      } else {
        statement.setNull(3, Types.BIGINT);
      }
      statement.setBoolean(4, count.map(one -> one.tally().atLeast()).orElse(false));
      statement.setBoolean(5, count.map(OutcomeCount::provisional).orElse(false));
      statement.setString(6, reason.code());
      statement.setString(7, account);
      statement.executeUpdate();
    }
  }

  /**
   * Appends the version after {@code before}, unless it would say the same.
   *
   * @param count empty to withdraw
   * @param reason of a version that replaces a count
   */
  public void addNext(
      Optional<StoredOutcome> before,
      OutcomeCell cell,
      Optional<OutcomeCount> count,
      OutcomeReason reason,
      String account)
      throws SQLException {
    boolean nothing = before.map(one -> one.count().equals(count)).orElse(count.isEmpty());
    if (nothing) {
      return;
    }
    OutcomeReason why =
        before.isEmpty()
            ? OutcomeReason.ENTERED
            : count.isEmpty() ? OutcomeReason.WITHDRAWN : reason;
    int version = before.map(StoredOutcome::version).orElse(0) + 1;
    add(cell(cell), version, count, why, account);
  }

  private static List<StoredOutcome> read(PreparedStatement statement) throws SQLException {
    List<StoredOutcome> outcomes = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        OutcomeCell cell =
            new OutcomeCell(
                row.getString("unit"),
                row.getString("indicator"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Optional.ofNullable(row.getString("partner")));
        long value = row.getLong("value");
        Optional<OutcomeCount> count =
            row.wasNull()
                ? Optional.empty()
                : Optional.of(
                    new OutcomeCount(
                        cell,
                        new Tally(value, row.getBoolean("at_least"), OptionalDouble.empty()),
                        row.getBoolean("provisional")));
        outcomes.add(
            new StoredOutcome(
                row.getObject("cell", UUID.class),
                cell,
                count,
                row.getInt("version"),
                Word.byCode(OutcomeReason.class, row.getString("reason")).orElseThrow(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by")));
      }
    }
    return outcomes;
  }
}
