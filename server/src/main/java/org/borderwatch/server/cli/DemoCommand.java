package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The synthetic scenario: added and removed. */
@Command(
    name = "demo",
    description = "Add or remove the synthetic scenario.",
    synopsisSubcommandLabel = "add|remove")
final class DemoCommand {
  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  DemoCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Command(name = "add", description = "Add the scenario; what is there already stays.")
  int add() throws SQLException {
    try (Storage storage = tool.storage()) {
      Database database = storage.database();
      return done(database, "demo add", new Demo(database).add(), "added");
    }
  }

  @Command(name = "remove", description = "Remove everything synthetic; real rows stay.")
  int remove() throws SQLException {
    try (Storage storage = tool.storage()) {
      Database database = storage.database();
      return done(database, "demo remove", new Demo(database).remove(), "removed");
    }
  }

  private int done(Database database, String verb, long rows, String what) {
    new CommandAudit(database.jdbi()).changed(verb, "", rows);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d synthetic detections %s%n", rows, what);
    out.flush();
    return ExitCode.DONE;
  }
}
