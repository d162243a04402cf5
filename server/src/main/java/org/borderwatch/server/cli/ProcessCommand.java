package org.borderwatch.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.borderwatch.server.access.AccountSummary;
import org.borderwatch.server.access.Accounts;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.AtExit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.Freshness;
import org.borderwatch.server.http.AcceptHeader;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.Executions;
import org.borderwatch.server.process.JobEnd;
import org.borderwatch.server.process.JobOrder;
import org.borderwatch.server.process.JobsApi;
import org.borderwatch.server.process.LiveJobs;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult.Form;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an analysis here, beside a running server or alone; it stays as a job all the same. */
@Command(
    name = "process",
    description = {
      "Run an analysis and write its result to a file; \"process list\" says which there are.",
      "The job and its result are stored, so that they can be opened on the page.",
      "Exit code 0: done; 2: nothing was done. Ctrl-C cancels."
    })
final class ProcessCommand implements Callable<Integer> {
  private static final String LIST = "list";
  private static final String COMMAND_LINE = "cli";

  /** The unit above all others. */
  private static final String WHOLE = "VN";

  private static final long STOP_MILLIS = 2_000;

  private final CommandLineTool tool;
  private final BiFunction<Database, DetectionIndex, AnalysisProcesses> catalogue;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The analysis, such as hotspots; or list.")
  private String id = LIST;

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "JSON with what stands under inputs (default: nothing).")
  private @Nullable Path inputs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the result goes; a file that is there is replaced.")
  private @Nullable Path output;

  @Option(
      names = "--media-type",
      paramLabel = "TYPE",
      description = "Form of the result (default: by the name of the file, or the usual one).")
  private @Nullable String mediaType;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Account that is written down as having asked (default: cli).")
  private String account = COMMAND_LINE;

  ProcessCommand(
      CommandLineTool tool, BiFunction<Database, DetectionIndex, AnalysisProcesses> catalogue) {
    this.tool = tool;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws Exception {
    ServerConfig config = tool.config(java.util.Map.of());
    try (Storage storage = tool.storage();
        DetectionIndex index = new DetectionIndex(storage.database())) {
      AnalysisProcesses processes = catalogue.apply(storage.database(), index);
      if (id.equals(LIST)) {
        return list(processes);
      }
      AnalysisProcess process = processes.require(id);
      Path file = target();
      JobOrder order = order(storage.database(), process, file);
      load(index);
      // A number of its own: a server that starts on this data folder leaves the job alone.
      try (JobsApi jobs =
          new JobsApi(
              storage.database(),
              new PublicUrl(() -> ""),
              processes,
              config.processes(),
              new Courtesy(),
              UUID.randomUUID(),
              SoftwareVersion.current())) {
        Form form = run(jobs, processes, order);
        write(form, file);
        new CommandAudit(storage.database().jdbi()).changed("process", id, 1);
        say("%s: %,d bytes, job %s".formatted(file, form.content().length, order.id()));
        return ExitCode.DONE;
      }
    }
  }

  private int list(AnalysisProcesses processes) {
    processes
        .all()
        .forEach(
            process -> {
              JsonNode document = process.description().document();
              say(
                  "%-20s %s / %s"
                      .formatted(
                          process.description().id(),
                          document.path("titleVi").asText(),
                          document.path("title").asText()));
            });
    return ExitCode.DONE;
  }

  private Path target() {
    if (output == null) {
      throw new CommandException("-o FILE is missing: where should the result go?");
    }
    Path file = output.toAbsolutePath();
    Path folder = Objects.requireNonNull(file.getParent());
    if (!Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new CommandException(file + " can't be written: give a file in a folder that is there");
    }
    return file;
  }

  private JobOrder order(Database database, AnalysisProcess process, Path file) {
    JsonNode given = readInputs();
    ProcessDescription description = process.description();
    List<String> offered =
        given.isObject()
            ? process.offered(new ProcessInputs(given, description.inputNames()))
            : description.mediaTypes();
    return new JobOrder(
        UUID.randomUUID(),
        description.id(),
        account,
        unit(database),
        given,
        form(offered, file),
        false);
  }

  /** The unit of the account that is named; without one, that of the first: the command. */
  private String unit(Database database) {
    return new Accounts(database.jdbi())
        .list().stream()
            .filter(one -> one.name().equals(account))
            .map(AccountSummary::unit)
            .findFirst()
            .orElseGet(
                () -> {
                  if (!account.equals(COMMAND_LINE)) {
                    throw new CommandException(
                        "there is no account " + account + "; see: account list");
                  }
                  return WHOLE;
                });
  }

  private JsonNode readInputs() {
    if (inputs == null) {
      return Json.MAPPER.createObjectNode();
    }
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(inputs));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new CommandException(
          "%s isn't JSON: line %d, column %d"
              .formatted(inputs, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new CommandException(inputs + " can't be read; check the name and the rights");
    }
  }

  private String form(List<String> offered, Path file) {
    String asked = mediaType;
    if (asked == null) {
      return offered.stream()
          .filter(type -> file.toString().endsWith(Form.extension(type)))
          .findFirst()
          .orElse(offered.get(0));
    }
    return offered.stream()
        .filter(type -> AcceptHeader.isSame(type, asked))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "--media-type is %s; offered are %s"
                        .formatted(asked, String.join(", ", offered))));
  }

  /** Waits until the detections are in memory, however many there are. */
  private void load(DetectionIndex index) {
    index.start();
    ProgressBar.Meter meter =
        new ProgressBar.Meter() {
          @Override
          public double fraction() {
            Freshness now = index.freshness();
            return Math.min(1, now.loaded() / Math.max(1.0, now.total()));
          }

          @Override
          public String detail(double seconds) {
            return String.format("%,d detections read", index.freshness().loaded());
          }
        };
    try (ProgressBar bar = ProgressBar.show("detections", meter, errors())) {
      while (index.freshness().state() == Freshness.State.LOADING) {
        try {
          index.view();
        } catch (ApiException.Loading notYet) {
          // It waited for two seconds; the bar tells how far it is.
        }
      }
      bar.close();
    }
  }

  private Form run(JobsApi jobs, AnalysisProcesses processes, JobOrder order) throws Exception {
    Executions.Started started = jobs.executions().start(order);
    AutoCloseable cancel = () -> cancel(jobs, started);
    AtExit.close(cancel);
    ProgressBar.Meter meter =
        new ProgressBar.Meter() {
          @Override
          public double fraction() {
            return jobs.live().find(order.id()).map(LiveJobs.LiveJob::fraction).orElse(1.0);
          }

          @Override
          public String detail(double seconds) {
            return jobs.live()
                .find(order.id())
                .map(LiveJobs.LiveJob::message)
                .map(both -> both.substring(both.indexOf(" / ") < 0 ? 0 : both.indexOf(" / ") + 3))
                .orElse("");
          }
        };
    try (ProgressBar bar = ProgressBar.show(id, meter, errors())) {
      JobEnd end = started.end().get();
      bar.close();
      if (end instanceof JobEnd.Refused refused) {
        throw refused.reason();
      }
      if (end instanceof JobEnd.Successful done) {
        return processes.form(id, order.mediaType(), done.result());
      }
      throw new CommandException(end.message());
    } finally {
      AtExit.forget(cancel);
    }
  }

  private static void cancel(JobsApi jobs, Executions.Started started)
      throws InterruptedException, ExecutionException {
    jobs.repository().cancel(started.id());
    jobs.live().find(started.id()).ifPresent(LiveJobs.LiveJob::cancel);
    try {
      started.end().get(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // Another server says within a minute that it was lost.
    }
  }

  /** Whole or not at all. */
  private static void write(Form form, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, form.content());
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private PrintWriter errors() {
    return spec.commandLine().getErr();
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
