package org.borderwatch.server.outcome.paper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException.DatabaseAway;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeChangeRepository;
import org.borderwatch.server.outcome.OutcomeCount;

/** Counts for reports, as they are stored now. Thread-safe. */
public final class ReportOutcomesRepository implements ReportSources.Outcomes {
  private static final String UNITS =
      "SELECT code, name_vi, name_en, parent, synthetic FROM unit ORDER BY code";

  /** Every change of a count or of an indicator makes another. */
  private static final String VERSION =
      "SELECT (SELECT count(*) FROM outcome_count) || '.'"
          + " || (SELECT coalesce(sum(version), 0) FROM outcome_indicator)";

  private final Database database;
  private final OutcomeChangeRepository outcomes;

  public ReportOutcomesRepository(Database database) {
    this.database = database;
    this.outcomes = new OutcomeChangeRepository(database);
  }

  @Override
  public List<Indicator> indicators() {
    try {
      return outcomes.indicators();
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  @Override
  public Map<String, ReportSources.ReportingUnit> units() {
    Map<String, ReportSources.ReportingUnit> units = new LinkedHashMap<>();
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(UNITS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        units.put(
            row.getString("code"),
            new ReportSources.ReportingUnit(
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("parent")),
                row.getBoolean("synthetic")));
      }
      return units;
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  @Override
  public List<OutcomeCount> counts(Collection<String> units, LocalDate from, LocalDate until) {
    try {
      return outcomes.inForce(Optional.of(units), from, until).stream()
          .flatMap(one -> one.count().stream())
          .toList();
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  @Override
  public String version() {
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(VERSION);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }
}
