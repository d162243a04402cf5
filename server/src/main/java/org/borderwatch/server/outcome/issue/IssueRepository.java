package org.borderwatch.server.outcome.issue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.report.ReportPeriod;

/** Issues of reports. Thread-safe. */
final class IssueRepository {
  private static final String LIST = SqlText.of(IssueRepository.class, "issues.sql");
  private static final String INSERT = SqlText.of(IssueRepository.class, "issue_insert.sql");
  private static final String ONE = SqlText.of(IssueRepository.class, "issue.sql");
  private static final String TAKEN = "23505";

  private final Database database;

  IssueRepository(Database database) {
    this.database = database;
  }

  /** What goes out. */
  record Content(
      String document, String pageVi, String pageEn, byte[] workbook, boolean synthetic) {}

  /** An issue with what it said. */
  record Kept(IssuedReport issue, Content content) {}

  /** Issues of a unit, the newest period and number first; of one period where it is given. */
  List<IssuedReport> list(String unit, Optional<ReportPeriod> period) throws SQLException {
    List<IssuedReport> issues = new ArrayList<>();
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setString(1, unit);
      statement.setBoolean(2, period.isEmpty());
      statement.setObject(3, period.map(ReportPeriod::from).orElse(LocalDate.EPOCH));
      statement.setObject(4, period.map(ReportPeriod::until).orElse(LocalDate.EPOCH));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          issues.add(read(row));
        }
      }
    }
    return issues;
  }

  Optional<Kept> find(UUID id) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Kept(
                    read(row),
                    new Content(
                        row.getString("document"),
                        row.getString("page_vi"),
                        row.getString("page_en"),
                        row.getBytes("workbook"),
                        row.getBoolean("synthetic"))))
            : Optional.empty();
      }
    }
  }

  /**
   * Keeps the next issue of a report.
   *
   * @param number that it says it is
   * @throws Stale where that number went out already
   */
  IssuedReport add(
      String account,
      String unit,
      ReportPeriod period,
      int number,
      String dataVersion,
      Content content)
      throws SQLException {
    try (Connection connection = database.promptConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, unit);
      statement.setObject(2, period.from());
      statement.setObject(3, period.until());
      statement.setInt(4, number);
      statement.setString(5, account);
      statement.setBoolean(6, content.synthetic());
      statement.setString(7, dataVersion);
      statement.setString(8, content.document());
      statement.setString(9, content.pageVi());
      statement.setString(10, content.pageEn());
      statement.setBytes(11, content.workbook());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return read(row);
      }
    } catch (SQLException failed) {
      if (TAKEN.equals(failed.getSQLState())) {
        throw new Stale(
            "Bản này đã được người khác phát hành; hãy tải lại. / Somebody else has issued this version; read it again.");
      }
      throw failed;
    }
  }

  private static IssuedReport read(ResultSet row) throws SQLException {
    LocalDate from = row.getObject("first_day", LocalDate.class);
    LocalDate until = row.getObject("until_day", LocalDate.class);
    return new IssuedReport(
        row.getObject("id", UUID.class),
        row.getString("unit"),
        new ReportPeriod(YearMonth.from(from), YearMonth.from(until).minusMonths(1)),
        row.getInt("number"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getString("issued_by"),
        row.getBoolean("synthetic"),
        row.getString("data_version"));
  }
}
