package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.borderwatch.server.access.FirstAccount;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
  @TempDir private Path folder;
  private TestDatabase test;
  private Database database;
  private String said = "";

  @BeforeEach
  void open() {
    test = TestCluster.freshDatabase();
    database = test.database();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anAccountIsAddedListedAndAudited() {
    FirstAccount.make(database.jdbi(), null);
    assertThat(run("", "account", "add", "an", "--role", "analyst")).isZero();
    assertThat(said).contains("account an added").containsPattern("one-time password: \\S{20}");
    assertThat(run("", "account", "list")).isZero();
    assertThat(said)
        .containsPattern("admin +admin +VN")
        .containsPattern("an +analyst +VN +must change");
    assertThat(audit()).isEqualTo("account add an");
  }

  @Test
  void aPasswordComesFromTheInputAndIsNeverShown() {
    FirstAccount.make(database.jdbi(), null);
    assertThat(run("bốn từ dễ nhớ\n", "account", "password", "admin", "--password-stdin")).isZero();
    assertThat(said).contains("new password").doesNotContain("bốn từ");
    assertThat(run("short\n", "account", "password", "admin", "--password-stdin"))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(said).contains("5 characters").doesNotContain("\tat ");
  }

  @Test
  void whatCannotBeIsExplained() {
    assertThat(run("", "account", "add", "an", "--role", "analyst")).isEqualTo(ExitCode.NOTHING);
    assertThat(said).contains("start scripts/run once");
    FirstAccount.make(database.jdbi(), null);
    assertThat(run("", "account", "add", "an", "--role", "spy")).isEqualTo(ExitCode.NOTHING);
    assertThat(said).contains("no role spy; there are device, recorder");
    assertThat(run("", "account", "add", "an", "--role", "planner", "--unit", "XX"))
        .isEqualTo(ExitCode.NOTHING);
    assertThat(said).contains("no unit has the code XX");
    assertThat(run("", "account", "password", "nobody")).isEqualTo(ExitCode.NOTHING);
    assertThat(said).contains("no account nobody");
  }

  private String audit() {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT path FROM audit_event").mapTo(String.class).one());
  }

  private int run(String input, String... words) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    int code =
        CommandLineTool.commandLine(
                config -> {
                  throw new IllegalStateException("nothing serves in this test");
                },
                Map.of(
                    "BORDERWATCH_DATABASE_URL", test.url(), "BORDERWATCH_DATA", folder.toString()),
                new BufferedReader(new StringReader(input)))
            .setOut(writer)
            .setErr(writer)
            .execute(words);
    said = text.toString();
    return code;
  }
}
