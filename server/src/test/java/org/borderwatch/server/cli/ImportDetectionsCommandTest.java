package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.borderwatch.server.App;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@PostgisTest
class ImportDetectionsCommandTest {
  private static final String HEADER = "source_ref,observed_at,lon,lat\n";
  private static final String RUNNING =
      "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND datname ="
          + " current_database() AND query LIKE '%INSERT INTO detection (%' AND pid <>"
          + " pg_backend_pid()";
  private final TestDatabase database;
  private final StringWriter said = new StringWriter();
  @TempDir Path folder;

  ImportDetectionsCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void nothingStored() throws SQLException {
    database.asOwner("DELETE FROM borderwatch.detection");
  }

  /** The file is that of {@code BrokenRows} in the tests of gis-data: a good row after each bad. */
  @Test
  void aHundredKindsOfBrokenRowsAreToldAndTheRestIsStored() throws Exception {
    Path file = folder.resolve("broken.csv");
    try (InputStream in = getClass().getResourceAsStream("broken-rows.csv")) {
      Files.copy(in, file);
    }
    assertThat(run("import", "detections", file.toString())).isEqualTo(ExitCode.PARTLY);
    assertThat(count("SELECT count(*) FROM detection")).isGreaterThanOrEqualTo(100);
    List<String> rejects = Files.readAllLines(folder.resolve("broken.csv.rejects.csv"));
    int kinds = count("SELECT count(*) FROM detection");
    assertThat(rejects).hasSize(kinds + 1);
    assertThat(rejects.get(0))
        .endsWith(
            "line,field,reason,remedy,source_ref,observed_at,lon,lat,accuracy_m,direction,setting,source,outcome,persons,women,children,indicators,station,origin");
    assertThat(rejects.subList(1, rejects.size()))
        .extracting(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, kinds).map(i -> 2 * i).boxed().toList());

    assertThat(run("import", "detections", file.toString())).isEqualTo(ExitCode.PARTLY);
    assertThat(count("SELECT count(*) FROM detection")).isEqualTo(kinds);
    assertThat(said.toString()).contains("0 stored, %d unchanged".formatted(kinds));
  }

  @Test
  void theExitCodeTellsWhatWasDone() throws Exception {
    Path good = written("good.csv", HEADER + row(1));
    assertThat(run("import", "detections", good.toString())).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("good.csv.rejects.csv")).doesNotExist();
    Path book = written("book.csv", "PK\u0003\u0004");
    assertThat(run("import", "detections", book.toString())).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("CSV UTF-8");
    assertThat(run("import", "detections", folder + "/absent.csv")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("import", "detections", folder + "/a.xlsx")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("import", "detections", book.toString(), good.toString()))
        .isEqualTo(ExitCode.PARTLY);
    assertThat(run("import", "detections")).isEqualTo(ExitCode.NOTHING);
  }

  @Test
  void aDryRunStoresNothingAndARowCanBeReplaced() throws Exception {
    String file = written("one.csv", HEADER + row(1)).toString();
    assertThat(run("import", "detections", "--dry-run", file)).isEqualTo(ExitCode.DONE);
    assertThat(count("SELECT count(*) FROM detection")).isZero();
    run("import", "detections", "--account", "le.van", "--synthetic", file);
    assertThat(count("SELECT count(*) FROM detection WHERE synthetic AND recorded_by = 'le.van'"))
        .isEqualTo(1);
    assertThat(run("import", "detections", file)).isEqualTo(ExitCode.PARTLY);
    assertThat(run("import", "detections", "--replace", file)).isEqualTo(ExitCode.DONE);
    assertThat(count("SELECT count(*) FROM detection WHERE version = 2 AND NOT synthetic"))
        .isEqualTo(1);
  }

  @Test
  void aProcessThatIsKilledInTheMiddleLeavesNothing() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    IntStream.range(0, 150_000).forEach(i -> rows.append(row(i)));
    Path file = written("large.csv", rows.toString());
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            App.class.getName(),
            "--data",
            folder.toString(),
            "import",
            "detections",
            file.toString());
    command.environment().put("BORDERWATCH_DATABASE_URL", database.url());
    command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    Process process = command.start();
    await(() -> count(RUNNING) > 0);
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    await(() -> count(RUNNING) == 0);
    assertThat(count("SELECT count(*) FROM detection")).isZero();
    assertThat(run("import", "detections", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(count("SELECT count(*) FROM detection")).isEqualTo(150_000);
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(Condition condition) throws SQLException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(120));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static String row(int number) {
    return "R-" + number + ",2024-06-30T21:10:00+07:00,106.69767,21.9511\n";
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... words) {
    CommandLine line =
        CommandLineTool.commandLine(
            config -> () -> {},
            Map.of(
                "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", folder.toString()),
            new BufferedReader(new StringReader("")));
    return line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(words);
  }

  /** As the administrator, who sees what others run. */
  private int count(String sql) throws SQLException {
    DatabaseAddress address = database.administrator();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = borderwatch, public");
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
