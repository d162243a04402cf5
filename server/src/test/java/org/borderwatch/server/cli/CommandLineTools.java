package org.borderwatch.server.cli;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import org.borderwatch.server.testing.TestDatabase;
import picocli.CommandLine;

/** The command line on the database of a test, for tests of other packages. */
public final class CommandLineTools {
  private CommandLineTools() {}

  /** Every verb; nothing is typed in. */
  public static CommandLine line(TestDatabase database, Path dataFolder) {
    return CommandLineTool.commandLine(
        config -> () -> {},
        Map.of(
            "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", dataFolder.toString()),
        new BufferedReader(new StringReader("")));
  }
}
