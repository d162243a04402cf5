package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.ingest.FileImport;
import org.borderwatch.server.ingest.ImportProgress;
import org.borderwatch.server.ingest.ImportReport;
import org.borderwatch.server.ingest.ImportRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The files of an import and what is said with all of its kinds; takes one file after another, each
 * in one transaction of its own, and tells what came of it.
 */
final class FilesToImport {
  private static final int REFUSALS_SHOWN = 10;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(names = "--dry-run", description = "Check everything, store nothing.")
  private boolean dryRun;

  @Option(names = "--synthetic", description = "The rows were made by a simulation.")
  private boolean synthetic;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Who is written down as having recorded the rows (default: who runs this).")
  private String account = System.getProperty("user.name", "cli");

  /**
   * What the files hold.
   *
   * @param formats those that it comes in
   * @param endings of such files, as a person is told them
   * @param row what the number of a refusal counts
   */
  record Content(Set<DetectionFormat> formats, String endings, String row) {}

  /** Imports them all; gives the exit code. */
  int take(Content content, FileImport imports, boolean replace)
      throws SQLException, IOException, InterruptedException {
    int worst = ExitCode.DONE;
    int unreadable = 0;
    for (Path file : files) {
      int code = takeOne(file, content, imports, replace);
      unreadable += code == ExitCode.NOTHING ? 1 : 0;
      worst = Math.max(worst, code);
    }
    // Something was done as soon as one file could be read.
    boolean nothing = unreadable == files.size();
    return nothing ? ExitCode.NOTHING : Math.min(worst, ExitCode.PARTLY);
  }

  private int takeOne(Path file, Content content, FileImport imports, boolean replace)
      throws SQLException, IOException, InterruptedException {
    DetectionFormat format =
        DetectionFormat.ofFileName(file.toString())
            .filter(content.formats()::contains)
            .orElse(null);
    if (format == null) {
      return nothing(file, "the name does not end in " + content.endings());
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      return nothing(file, "it cannot be read; check the name and the rights");
    }
    ImportRequest request =
        new ImportRequest(
            file, format, null, rejects(file), replace, dryRun, synthetic, account, null);
    ImportProgress progress = new ImportProgress();
    try (ProgressBar bar =
        ProgressBar.show(file.getFileName() + "", meter(progress), spec.commandLine().getErr())) {
      ImportReport report = imports.run(request, progress);
      bar.close();
      return tell(file, content, report);
    } catch (UnreadableFileException e) {
      return nothing(
          file, e.reason() + ". " + e.remedy() + ".", e.reasonVi() + ". " + e.remedyVi() + ".");
    }
  }

  private int nothing(Path file, String... why) {
    PrintWriter errors = spec.commandLine().getErr();
    for (String line : why) {
      errors.println(file + ": " + line);
    }
    errors.flush();
    return ExitCode.NOTHING;
  }

  private static ProgressBar.Meter meter(ImportProgress progress) {
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

  private static Path rejects(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejects.csv");
  }

  private int tell(Path file, Content content, ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %,d rows: %,d %s, %,d unchanged, %,d refused; %.1f s, %,.0f rows/s%n",
        file,
        report.rows(),
        report.stored(),
        report.dryRun() ? "would be stored" : "stored",
        report.unchanged(),
        report.refusedRows(),
        report.seconds(),
        report.rows() / Math.max(report.seconds(), 1e-3));
    if (!report.dropped().isEmpty()) {
      out.println(
          "  Parts that were left out: "
              + new TreeMap<>(report.dropped())
                  .entrySet().stream()
                      .map(one -> one.getKey() + " " + one.getValue())
                      .collect(Collectors.joining(", ")));
    }
    if (report.refusedRows() > 0) {
      report.refusals().stream()
          .limit(REFUSALS_SHOWN)
          .forEach(refusal -> out.println("  " + content.row() + " " + line(refusal)));
      out.println("  All refused rows, with reason and remedy: " + rejects(file));
    }
    out.flush();
    return report.refusedRows() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private static String line(Refusal refusal) {
    String where = refusal.field().isEmpty() ? "" : ", " + refusal.field();
    return refusal.line() + where + ": " + refusal.reason() + ". " + refusal.remedy();
  }
}
