package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.ingest.DetectionImport;
import org.borderwatch.server.ingest.ImportProgress;
import org.borderwatch.server.ingest.ImportReport;
import org.borderwatch.server.ingest.ImportRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files of detections, each in one transaction of its own. */
@Command(
    name = "detections",
    description = {
      "Import detections from CSV, GeoJSON or GPX waypoints.",
      "Good rows are stored; refused ones go to FILE.rejects.csv with the reason and the remedy.",
      "Exit code 0: all rows are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportDetectionsCommand implements Callable<Integer> {
  private static final int REFUSALS_SHOWN = 10;

  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(
      names = "--replace",
      description = "Rows that are stored with other content replace it; the history keeps it.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Check everything, store nothing.")
  private boolean dryRun;

  @Option(names = "--synthetic", description = "The rows were made by a simulation.")
  private boolean synthetic;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Who is written down as having recorded the rows (default: who runs this).")
  private String account = System.getProperty("user.name", "cli");

  ImportDetectionsCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    int worst = ExitCode.DONE;
    int unreadable = 0;
    try (Storage storage = tool.storage()) {
      DetectionImport imports =
          new DetectionImport(storage.database(), new BorderLocator(LandBorder.load()));
      for (Path file : files) {
        int code = importFile(file, imports);
        unreadable += code == ExitCode.NOTHING ? 1 : 0;
        worst = Math.max(worst, code);
      }
    }
    // Something was done as soon as one file could be read.
    boolean nothing = unreadable == files.size();
    return nothing ? ExitCode.NOTHING : Math.min(worst, ExitCode.PARTLY);
  }

  private int importFile(Path file, DetectionImport imports)
      throws SQLException, IOException, InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    DetectionFormat format = DetectionFormat.ofFileName(file.toString()).orElse(null);
    if (format == null || !Files.isReadable(file) || Files.isDirectory(file)) {
      String why =
          format == null
              ? "the name does not end in .csv, .geojson, .json or .gpx"
              : "it cannot be read; check the name and the rights";
      errors.println(file + ": " + why);
      errors.flush();
      return ExitCode.NOTHING;
    }
    ImportProgress progress = new ImportProgress();
    try (ProgressBar bar = ProgressBar.show(file.getFileName() + "", meter(progress), errors)) {
      ImportReport report = imports.run(request(file, format), progress);
      bar.close();
      return tell(file, report);
    } catch (UnreadableFileException e) {
      errors.println(file + ": " + e.reason() + ". " + e.remedy() + ".");
      errors.println(file + ": " + e.reasonVi() + ". " + e.remedyVi() + ".");
      errors.flush();
      return ExitCode.NOTHING;
    }
  }

  /** Tells how far an import is. */
  static ProgressBar.Meter meter(ImportProgress progress) {
    return new ProgressBar.Meter() {
      @Override
      public double fraction() {
        return progress.fraction();
      }

      @Override
      public String detail(double seconds) {
        return String.format(
            "%,d rows read, %,.0f rows/s",
            progress.rows(), progress.rows() / Math.max(seconds, 1e-3));
      }
    };
  }

  private ImportRequest request(Path file, DetectionFormat format) {
    return new ImportRequest(
        file, format, null, rejects(file), replace, dryRun, synthetic, account, null);
  }

  private static Path rejects(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejects.csv");
  }

  private int tell(Path file, ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %,d rows: %,d %s, %,d unchanged, %,d refused; %.1f s, %,.0f rows/s%n",
        file,
        report.rows(),
        report.stored(),
        report.dryRun() ? "would be stored" : "stored",
        report.unchanged(),
        report.refusedRows(),
        report.seconds(),
        report.rows() / Math.max(report.seconds(), 1e-3));
    if (report.refusedRows() > 0) {
      report.refusals().stream().limit(REFUSALS_SHOWN).forEach(r -> out.println(line(r)));
      out.println("  All refused rows, with reason and remedy: " + rejects(file));
    }
    out.flush();
    return report.refusedRows() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private static String line(Refusal refusal) {
    String where = refusal.field().isEmpty() ? "" : ", " + refusal.field();
    return "  line " + refusal.line() + where + ": " + refusal.reason() + ". " + refusal.remedy();
  }
}
