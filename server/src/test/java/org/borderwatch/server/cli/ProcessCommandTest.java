package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.borderwatch.server.access.FirstAccount;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.TestProcess;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@PostgisTest
class ProcessCommandTest {
  private final TestDatabase database;
  private final StringWriter said = new StringWriter();
  @TempDir Path folder;

  ProcessCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void anAccount() throws Exception {
    database.asOwner("DELETE FROM borderwatch.job");
    FirstAccount.make(database.database().jdbi(), "trăng sáng trên đèo Mẫu Sơn");
  }

  @Test
  void itSaysWhatThereIs() {
    assertThat(run("process", "list")).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("quick").contains("Thử quick / Test quick");
    assertThat(run("process")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theResultGoesToTheFileAndStaysAsAJob() throws IOException {
    Path inputs = Files.writeString(folder.resolve("inputs.json"), "{\"value\": 9}");
    Path file = folder.resolve("result.geojson");
    assertThat(run("process", "quick", "--inputs", inputs + "", "-o", file + ""))
        .isEqualTo(ExitCode.DONE);
    assertThat(file).content().contains("\"value\":9.0");
    assertThat(stored()).isEqualTo("quick successful cli VN 9");
    assertThat(said.toString()).contains("result.geojson");
    assertThat(folder.resolve("result.geojson.part")).doesNotExist();
  }

  @Test
  void theFormFollowsTheNameOfTheFileUnlessItIsSaid() {
    Path csv = folder.resolve("a.csv");
    assertThat(run("process", "quick", "-o", csv + "", "--account", "admin"))
        .isEqualTo(ExitCode.DONE);
    assertThat(csv).hasContent("value\n0.0\n");
    assertThat(stored()).isEqualTo("quick successful admin VN 0");
    Path text = folder.resolve("a.txt");
    assertThat(run("process", "quick", "-o", text + "", "--media-type", "text/csv"))
        .isEqualTo(ExitCode.DONE);
    assertThat(text).hasContent("value\n0.0\n");
  }

  @Test
  void whatCannotBeDoneIsSaidAndNothingIsWritten() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"value\": ");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"valu\": 1}");
    String file = folder.resolve("none.geojson").toString();
    assertThat(run("process", "quack", "-o", file)).isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick", "-o", folder + "/absent/x")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick", "--inputs", broken + "", "-o", file))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick", "--inputs", wrong + "", "-o", file))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick", "-o", file, "--media-type", "image/png"))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "quick", "-o", file, "--account", "nobody"))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(run("process", "refusing", "-o", file)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString())
        .contains(
            "There is no process quack",
            "-o FILE is missing",
            "isn't JSON: line 1",
            "is value meant?",
            "offered are application/geo+json, text/csv",
            "no account nobody",
            "There are no data.")
        .doesNotContain("\tat ");
    assertThat(Path.of(file)).doesNotExist();
  }

  private String stored() {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT concat_ws(' ', type, status, requester, unit, CAST(summary ->> 'value' AS float8))"
                            + " FROM job ORDER BY created_at DESC LIMIT 1")
                    .mapTo(String.class)
                    .one());
  }

  private int run(String... words) {
    CommandLine line =
        CommandLineTool.commandLine(
            config -> () -> {},
            Map.of(
                "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", folder.toString()),
            new BufferedReader(new StringReader("")),
            (stored, index) ->
                new AnalysisProcesses(
                    List.of(TestProcess.quick(), TestProcess.refusing()),
                    () -> Set.of(index.view().version())));
    return line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(words);
  }
}
