package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.network.ElevationImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports heights of the ground, and reckons the times of roads and trails again. */
@Command(
    name = "elevation",
    description = {
      "Import heights: SRTM (N21E106.hgt, also zipped) or GeoTIFF in degrees (WGS 84).",
      "The walking times of the roads and trails that are stored are reckoned again.",
      "Exit code 0: done; 2: nothing was done."
    })
final class ImportElevationCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(names = "--dry-run", description = "Read everything, store nothing.")
  private boolean dryRun;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Who is written down as having imported (default: who runs this).")
  private String account = System.getProperty("user.name", "cli");

  ImportElevationCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    ReadableFiles.require(files);
    ElevationImport.Request request =
        new ElevationImport.Request(files, ReadableFiles.names(files), dryRun, account);
    try (Storage storage = tool.storage();
        ShareBar bar = new ShareBar("elevation", spec.commandLine().getErr())) {
      ElevationImport.Result result =
          new ElevationImport(storage.database()).run(request, bar::share, () -> false);
      bar.close();
      if (!dryRun) {
        new CommandAudit(storage.database().jdbi())
            .changed("import elevation", String.join(", ", request.names()), result.tiles());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%s: %,d tiles with %,d heights and %,d voids; %,d edges reckoned again, %,d of them with"
              + " heights; %.1f s%n",
          dryRun ? "would be stored" : "stored",
          result.tiles(),
          result.posts(),
          result.voids(),
          result.edges(),
          result.withHeights(),
          result.seconds());
      out.flush();
      return ExitCode.DONE;
    } catch (UnreadableFileException e) {
      return ReadableFiles.tell(e, spec.commandLine().getErr());
    }
  }
}
