package org.borderwatch.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.borderwatch.bench.heat.Visitor;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.PrivateCluster;

/**
 * Times the national report of the first half of 2024 over HTTP, the first time and then the median
 * of some: as a sheet with its data, as PDF, as XLSX; and beside it the SQL that a clerk would
 * write for the lines of detections alone. Words: address, password, data folder.
 */
public final class TimeReports {
  private static final int ROUNDS = 7;
  private static final String ASKED = "?unit=VN&period=2024-H1";

  /** Cases and persons of both periods by direction, setting and neighbour, and by unit. */
  private static final String SQL =
      """
      SELECT observed_at >= '2024-01-01+07' AS now, direction, setting, border_with, responsible_station,
             count(*), sum(persons), sum(persons::bigint * persons)
      FROM borderwatch.detection
      WHERE (observed_at >= '2024-01-01+07' AND observed_at < '2024-07-01+07'
          OR observed_at >= '2023-01-01+07' AND observed_at < '2023-07-01+07') AND synthetic
      GROUP BY GROUPING SETS ((now), (now, direction), (now, setting), (now, border_with), (now, responsible_station))
      """;

  private TimeReports() {}

  /** Times, and says it. */
  public static void main(String[] words) throws Exception {
    Visitor visitor = Visitor.signIn(URI.create(words[0]), "admin", words[1]);
    long began = System.nanoTime();
    JsonNode report = visitor.json("/api/reports/current" + ASKED).path("document");
    say("the very first after the start: %.2f s%n", (System.nanoTime() - began) / 1e9);
    say(
        "%d lines, %d units that may report, %d stations compared, %d hot cells%n",
        report.path("indicators").size(),
        report.path("reporting").size(),
        report.at("/stations/stations").size(),
        report.at("/places/hot").size());
    time(visitor, "sheet and data", "/api/reports/current" + ASKED);
    time(visitor, "PDF", "/api/reports/current/paper.pdf" + ASKED);
    time(visitor, "XLSX", "/api/reports/current/workbook.xlsx" + ASKED);
    sql(Path.of(words[2]));
  }

  private static void time(Visitor visitor, String what, String path)
      throws IOException, InterruptedException {
    double[] seconds = new double[ROUNDS];
    int length = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      length = visitor.text(path).length();
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    tell(what + " (" + length / 1000 + " kB)", seconds);
  }

  private static void sql(Path data) throws SQLException {
    double[] seconds = new double[ROUNDS];
    try (PrivateCluster cluster = PrivateCluster.open(data);
        Database database = new Database(cluster.server(), null, 1);
        Connection connection = database.ownConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < ROUNDS; i++) {
        long began = System.nanoTime();
        try (ResultSet rows = statement.executeQuery(SQL)) {
          while (rows.next()) {
            rows.getLong(6);
          }
        }
        seconds[i] = (System.nanoTime() - began) / 1e9;
      }
    }
    tell("SQL for the lines of detections alone", seconds);
  }

  private static void tell(String what, double[] seconds) {
    double first = seconds[0];
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    say(
        "%-45s first %.2f s, median %.2f s, at most %.2f s%n",
        what, first, sorted[ROUNDS / 2], sorted[ROUNDS - 1]);
  }

  @SuppressWarnings("SystemOut")
  private static void say(String format, Object... values) {
    System.out.printf(format, values);
  }
}
