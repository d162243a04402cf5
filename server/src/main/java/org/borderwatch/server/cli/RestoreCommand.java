package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.borderwatch.server.backup.Manifest;
import org.borderwatch.server.backup.Restore;
import org.borderwatch.server.database.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the database. */
@Command(
    name = "restore",
    description = "Put a backup in the place of the database; the server must be stopped.")
final class RestoreCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
  private Path file;

  @Option(
      names = {"--replace", "--yes"},
      description = "The detections that are in the database now may go.")
  private boolean replace;

  RestoreCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = tool.storage()) {
      // Our own connections would stand in the way of the swap.
      storage.database().close();
      Manifest manifest =
          new Restore(storage.tools(), storage.owner(), storage.administrator())
              .from(file, replace);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%d rows of %d tables are back as they were at %s%n",
          manifest.rows(), manifest.tables().size(), manifest.madeAt());
      out.flush();
      return ExitCode.DONE;
    }
  }
}
