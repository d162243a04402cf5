package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.borderwatch.server.backup.Backup;
import org.borderwatch.server.backup.Manifest;
import org.borderwatch.server.database.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole database into one file. */
@Command(
    name = "backup",
    description = "Write the whole database into one file; the server may run meanwhile.")
final class BackupCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "New file to write; keep it safe, it holds exact positions.")
  private Path file;

  BackupCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = tool.storage()) {
      Manifest manifest =
          new Backup(storage.tools(), storage.owner(), SoftwareVersion.current()).write(file);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%d rows of %d tables are in %s%n", manifest.rows(), manifest.tables().size(), file);
      out.flush();
      return ExitCode.DONE;
    }
  }
}
