package org.borderwatch.server.outcome.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.ApiException.DatabaseAway;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeChangeRepository;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.report.ReportPeriod;

/** Counts for reports, as they are stored now. Thread-safe. */
public final class ReportOutcomesRepository implements ReportSources.Outcomes {
  private static final String UNITS =
      "SELECT code, name_vi, name_en, parent, kind = 'station' AS station, synthetic FROM unit"
          + " ORDER BY code";

  /** Every change of a count or of an indicator makes another. */
  private static final String VERSION =
      "SELECT (SELECT count(*) FROM outcome_count) || '.'"
          + " || (SELECT coalesce(sum(version), 0) FROM outcome_indicator)"
          + " || '.' || (SELECT count(*) FROM report_issue)"
          + " || '.' || (SELECT coalesce(sum(version), 0) FROM trafficking_route)"
          + " || '.' || (SELECT count(*) FROM trafficking_route)";

  private static final String ENTRIES = SqlText.of(ReportOutcomesRepository.class, "entries.sql");
  private static final String LAST_ISSUE =
      SqlText.of(ReportOutcomesRepository.class, "last_issue.sql");

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
  public Map<String, ReportingUnit> units() {
    Map<String, ReportingUnit> units = new LinkedHashMap<>();
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(UNITS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        units.put(
            row.getString("code"),
            new ReportingUnit(
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("parent")),
                row.getBoolean("station"),
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
  public List<Reporting.Entry> entries(Collection<String> units, ReportPeriod period) {
    List<Reporting.Entry> entries = new ArrayList<>();
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setObject(1, period.from());
      statement.setObject(2, period.until());
      statement.setArray(3, connection.createArrayOf("text", units.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(
              new Reporting.Entry(
                  row.getString("unit"),
                  row.getObject("first", OffsetDateTime.class).toInstant(),
                  row.getInt("provisional")));
        }
      }
      return entries;
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  @Override
  public Optional<LastIssue> lastIssue(String unit, ReportPeriod period) {
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(LAST_ISSUE)) {
      statement.setString(1, unit);
      statement.setObject(2, period.from());
      statement.setObject(3, period.until());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new LastIssue(
                    row.getInt("number"),
                    row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                    row.getString("issued_by"),
                    figures(Json.tree(row.getString("document")))))
            : Optional.empty();
      }
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  private static List<LastIssue.Figure> figures(JsonNode document) {
    List<LastIssue.Figure> figures = new ArrayList<>();
    for (JsonNode line : document.path("indicators")) {
      figures.add(
          new LastIssue.Figure(
              line.path("code").asText(),
              line.path("name_vi").asText(),
              line.path("name_en").asText(),
              number(line.path("current")),
              number(line.path("previous"))));
    }
    return figures;
  }

  private static Optional<Double> number(JsonNode value) {
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
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
