package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@PostgisTest
class ImportOutcomesCommandTest {
  private static final String HEAD = "unit;period;indicator;value\n";

  private final TestDatabase database;
  private StringWriter said = new StringWriter();
  @TempDir Path folder;

  ImportOutcomesCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void oneUnitAndNoCounts() throws SQLException {
    database.asOwner(
        "DELETE FROM borderwatch.outcome_cell; INSERT INTO borderwatch.unit (code, name_vi, name_en,"
            + " kind) VALUES ('VN-09', 'Lạng Sơn', 'Lang Son', 'province') ON CONFLICT DO NOTHING");
  }

  private String file(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), HEAD + rows).toString();
  }

  private int run(String... words) {
    said = new StringWriter();
    CommandLine line =
        CommandLineTool.commandLine(
            config -> () -> {},
            Map.of(
                "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", folder.toString()),
            new BufferedReader(new StringReader("")));
    String[] all = new String[words.length + 2];
    all[0] = "import";
    all[1] = "outcomes";
    System.arraycopy(words, 0, all, 2, words.length);
    return line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(all);
  }

  private long counts() throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM outcome_count")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aFileIsStoredWholeOrNotAtAll() throws Exception {
    String good = file("good.csv", "VN-09;2024-H1;cases;5\nVN-09;2024-H1;suspects;7\n");
    assertThat(run("--dry-run", good)).as(said.toString()).isZero();
    assertThat(counts()).isZero();
    assertThat(run("--account", "clerk", good)).isZero();
    assertThat(said.toString()).contains("2 new").contains("stored");
    assertThat(counts()).isEqualTo(2);

    String wrong = file("wrong.csv", "VN-09;2024-H2;cases;5\nVN-09;2024-H2;cases_own;6\n");
    assertThat(run(wrong)).isEqualTo(2);
    assertThat(said.toString()).contains("row 3").contains("nothing stored");
    assertThat(counts()).isEqualTo(2);
    assertThat(run(file("more.csv", "VN-09;2023-H1;cases;1\n"), wrong)).isEqualTo(1);
    assertThat(counts()).isEqualTo(3);
  }

  @Test
  void replacingACountNeedsAReason() throws Exception {
    assertThat(run(file("a.csv", "VN-09;2024-H1;cases;5\n"))).isZero();
    String other = file("b.csv", "VN-09;2024-H1;cases;6\n");
    assertThat(run(other)).isEqualTo(2);
    assertThat(said.toString()).contains("5 already");
    assertThat(run("--reason", "because", other)).isEqualTo(2);
    assertThat(said.toString()).contains("--reason is late");
    assertThat(run("--reason", "late", other)).isZero();
    assertThat(counts()).isEqualTo(2);
  }

  @Test
  void whatCantBeReadIsSaid() throws Exception {
    assertThat(run(folder.resolve("missing.csv").toString())).isEqualTo(2);
    Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 9, 9});
    assertThat(run(broken.toString())).isEqualTo(2);
    assertThat(said.toString()).contains("workbook");
  }
}
