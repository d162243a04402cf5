package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.ingest.EffortImports;
import org.borderwatch.server.ingest.EffortKind;
import org.borderwatch.server.ingest.FileImport;
import org.borderwatch.server.ingest.ImportProgress;
import org.borderwatch.server.ingest.ImportReport;
import org.borderwatch.server.ingest.ImportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files of patrol tracks or of sensor watches, each in one transaction of its own. */
@Command(
    description = {
      "Import effort: patrol tracks from GPX or GeoJSON, sensor watches from GeoJSON.",
      "Good rows are stored; refused ones go to FILE.rejects.csv with the reason and the remedy.",
      "Exit code 0: all rows are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportEffortCommand implements Callable<Integer> {
  private static final int REFUSALS_SHOWN = 10;

  private final CommandLineTool tool;
  private final EffortKind kind;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(
      names = "--team",
      paramLabel = "CODE",
      description = "Team of the tracks that name none: a code, never a name.")
  private @Nullable String team;

  @Option(
      names = "--station",
      paramLabel = "CODE",
      description = "Station of the rows that name none.")
  private @Nullable String station;

  @Option(
      names = "--max-speed-kmh",
      paramLabel = "KMH",
      description = "A piece of a track that is faster is not effort (default 120).")
  private double maxSpeedKmh = EffortOptions.USUAL_MAX_SPEED_KMH;

  @Option(names = "--replace", description = "Rows that are stored with other content replace it.")
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

  ImportEffortCommand(CommandLineTool tool, EffortKind kind) {
    this.tool = tool;
    this.kind = kind;
  }

  @Override
  public Integer call() throws Exception {
    EffortOptions options;
    try {
      options = new EffortOptions(team, station, maxSpeedKmh);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(String.valueOf(wrong.getMessage()));
    }
    int worst = ExitCode.DONE;
    int unreadable = 0;
    try (Storage storage = tool.storage()) {
      FileImport imports =
          new EffortImports(storage.database(), new BorderLocator(LandBorder.load()))
              .of(kind, options);
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

  private int importFile(Path file, FileImport imports)
      throws SQLException, IOException, InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    DetectionFormat format =
        DetectionFormat.ofFileName(file.toString()).filter(kind.formats()::contains).orElse(null);
    if (format == null || !Files.isReadable(file) || Files.isDirectory(file)) {
      String ends = kind == EffortKind.TRACKS ? ".gpx, .geojson or .json" : ".geojson or .json";
      String why =
          format == null
              ? "the name does not end in " + ends
              : "it cannot be read; check the name and the rights";
      errors.println(file + ": " + why);
      errors.flush();
      return ExitCode.NOTHING;
    }
    ImportProgress progress = new ImportProgress();
    try (ProgressBar bar =
        ProgressBar.show(
            file.getFileName() + "", ImportDetectionsCommand.meter(progress), errors)) {
      ImportRequest request =
          new ImportRequest(
              file, format, null, rejects(file), replace, dryRun, synthetic, account, null);
      ImportReport report = imports.run(request, progress);
      bar.close();
      return tell(file, report);
    } catch (UnreadableFileException e) {
      errors.println(file + ": " + e.reason() + ". " + e.remedy() + ".");
      errors.println(file + ": " + e.reasonVi() + ". " + e.remedyVi() + ".");
      errors.flush();
      return ExitCode.NOTHING;
    }
  }

  private static Path rejects(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejects.csv");
  }

  private int tell(Path file, ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %,d rows: %,d %s, %,d unchanged, %,d refused; %.1f s%n",
        file,
        report.rows(),
        report.stored(),
        report.dryRun() ? "would be stored" : "stored",
        report.unchanged(),
        report.refusedRows(),
        report.seconds());
    if (!report.dropped().isEmpty()) {
      out.println(
          "  Pieces that are no effort: "
              + new TreeMap<>(report.dropped())
                  .entrySet().stream()
                      .map(one -> one.getKey() + " " + one.getValue())
                      .collect(Collectors.joining(", ")));
    }
    if (report.refusedRows() > 0) {
      report.refusals().stream().limit(REFUSALS_SHOWN).forEach(r -> out.println(line(r)));
      out.println("  All refused rows, with reason and remedy: " + rejects(file));
    }
    out.flush();
    return report.refusedRows() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private static String line(Refusal refusal) {
    String where = refusal.field().isEmpty() ? "" : ", " + refusal.field();
    return "  row " + refusal.line() + where + ": " + refusal.reason() + ". " + refusal.remedy();
  }
}
