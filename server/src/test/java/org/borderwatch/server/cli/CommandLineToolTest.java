package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineToolTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void helpNamesEveryVerb() {
    assertThat(run("--help")).isZero();
    assertThat(said.toString()).contains("serve", "backup", "restore", "doctor", "--data");
  }

  @Test
  void serveHasAFlagForEverySettingThatIsNoSecret() {
    assertThat(run("serve", "--help")).isZero();
    assertThat(said.toString())
        .contains("--port", "--bind", "--public-url", "--no-demo", "--import-max-size")
        .doesNotContain("--admin-password", "--database-url");
  }

  @Test
  void theDataFolderStandsBeforeOrAfterTheVerb() {
    assertThat(run("--data", folder + "/a", "doctor")).isZero();
    assertThat(run("doctor", "--data", folder + "/b")).isZero();
    assertThat(said.toString())
        .contains("no database in " + folder + "/a", "no database in " + folder + "/b");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aVerbThatIsNotThereDoesNothing() {
    assertThat(run("exprot")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("backup")).isEqualTo(ExitCode.NOTHING);
  }

  @Test
  void aBadSettingIsToldWithoutATrace() throws IOException {
    Files.writeString(folder.resolve("borderwatch.properties"), "port=http\n");
    assertThat(run("doctor", "--data", folder.toString())).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("port (from file) is \"http\"").doesNotContain("\tat ");
  }

  private int run(String... words) {
    CommandLine line =
        CommandLineTool.commandLine(
            config -> {
              throw new IllegalStateException("nothing serves in this test");
            },
            Map.of(),
            new BufferedReader(new StringReader("")));
    PrintWriter writer = new PrintWriter(said);
    return line.setOut(writer).setErr(writer).execute(words);
  }
}
