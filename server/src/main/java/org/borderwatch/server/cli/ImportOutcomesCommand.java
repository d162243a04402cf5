package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.outcome.OutcomeReason;
import org.borderwatch.server.outcome.file.CountImport;
import org.borderwatch.server.outcome.file.CountImportRepository;
import org.borderwatch.server.outcome.file.CountImportRepository.Terms;
import org.borderwatch.server.outcome.file.CountRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files of counts that units report. */
@Command(
    description = {
      "Import counts of units from CSV or workbooks (XLSX): unit, period, indicator, value,",
      "and at_least, provisional, partner where they are needed.",
      "A file is stored whole or not at all; refused rows are told with the reason and the remedy.",
      "Exit code 0: all files are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportOutcomesCommand implements Callable<Integer> {
  private static final int REFUSALS_SHOWN = 20;

  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(names = "--dry-run", description = "Check everything, store nothing.")
  private boolean dryRun;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description =
          "Why counts that are stored are replaced: late, corrected, reclassified or confirmed.")
  private @Nullable String reason;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Who is written down as having reported (default: who runs this).")
  private String account = System.getProperty("user.name", "cli");

  ImportOutcomesCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    ReadableFiles.require(files);
    Terms terms = new Terms(account, Optional.empty(), reason(), dryRun);
    int refused = 0;
    try (Storage storage = tool.storage()) {
      CountImportRepository imports = new CountImportRepository(storage.database());
      CommandAudit audit = new CommandAudit(storage.database().jdbi());
      for (Path file : files) {
        refused += take(file, imports, terms, audit) ? 0 : 1;
      }
    }
    return refused == 0
        ? ExitCode.DONE
        : refused == files.size() ? ExitCode.NOTHING : ExitCode.PARTLY;
  }

  private Optional<OutcomeReason> reason() {
    return Optional.ofNullable(reason)
        .map(
            code ->
                OutcomeReason.ofChange(code)
                    .orElseThrow(
                        () ->
                            new CommandException(
                                "--reason is late, corrected, reclassified or confirmed")));
  }

  /** Whether the file could be taken. */
  private boolean take(Path file, CountImportRepository imports, Terms terms, CommandAudit audit)
      throws IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    try {
      CountImport taken = imports.take(Files.readAllBytes(file), terms);
      out.printf(
          Locale.ROOT,
          "%s: %,d rows: %,d new, %,d corrected, %,d unchanged, %,d refusals; %s%n",
          file,
          taken.rows(),
          taken.fresh(),
          taken.corrected(),
          taken.same(),
          taken.refusals().size(),
          taken.stored() ? "stored" : "nothing stored");
      taken.refusals().stream().limit(REFUSALS_SHOWN).forEach(one -> tell(errors, file, one));
      if (taken.stored()) {
        audit.changed(
            "import outcomes",
            String.valueOf(file.getFileName()),
            taken.fresh() + taken.corrected());
      }
      return taken.refusals().isEmpty();
    } catch (ApiException unreadable) {
      errors.println(file + ": " + unreadable.getMessage());
      return false;
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private static void tell(PrintWriter errors, Path file, CountRefusal one) {
    errors.printf(
        "%s: row %d, %s \"%s\": %s; %s%n",
        file, one.line(), one.field(), one.value(), one.reason(), one.remedy());
  }
}
