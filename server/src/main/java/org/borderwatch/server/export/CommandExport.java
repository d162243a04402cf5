package org.borderwatch.server.export;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.AtExit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.ogc.ChosenFeatures;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.Job;
import org.borderwatch.server.process.StoredResults;
import org.jspecify.annotations.Nullable;

/** Collections and results as files, for the command line. */
public final class CommandExport {
  private static final String JOB = "job";

  private final List<FeatureSource> sources = new ArrayList<>();
  private final AnalysisProcesses processes;
  private final StoredResults results;
  private final ExportContents contents;
  private final String software;

  /** Of these collections and of the results of these processes. */
  public CommandExport(
      Database database,
      List<FeatureSource> sources,
      AnalysisProcesses processes,
      String software) {
    this.sources.addAll(sources);
    this.processes = processes;
    this.results = new StoredResults(database);
    this.sources.addAll(ResultCollection.all(results));
    this.contents = new ExportContents(database, processes, results);
    this.software = software;
  }

  /**
   * What is wanted.
   *
   * @param name of the collection; of the process, when a job is named
   * @param query parameters that choose, as in the address of the collection's items
   * @param format by its code
   * @param crs by its code; null is WGS 84, or the system that the features came in
   */
  public record Order(String name, Map<String, String> query, String format, @Nullable String crs) {
    public Order {
      query = Map.copyOf(query);
    }
  }

  /** How many features are in the file, and whether any of them is simulated. */
  public record Written(long features, boolean synthetic) {}

  /** Names of the collections. */
  public List<String> collections() {
    return sources.stream().map(source -> source.info().id()).toList();
  }

  /** Writes {@code file}, whole or not at all; one that is there is replaced. */
  public Written write(Order order, Path file) throws SQLException, IOException {
    ExportFormat format = format(order.format());
    Context request = CommandRequest.of(order.query());
    ExportContent content = content(order, request);
    ExportCrs crs = ExportEndpoints.crs(order.crs(), content, format);
    Path folder = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
    AutoCloseable cleaning = () -> remove(folder);
    AtExit.close(cleaning);
    try {
      Exports.Made made = Exports.at(folder, software).make(content, format, crs);
      Files.move(
          made.file(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Written(made.features(), made.synthetic());
    } finally {
      remove(folder);
      AtExit.forget(cleaning);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    }
  }

  private static ExportFormat format(String code) {
    return Word.byCode(ExportFormat.class, code)
        .orElseThrow(
            () ->
                new BadParameter(
                    "format",
                    "--format is %s; expected one of %s"
                        .formatted(code, ExportEndpoints.formats())));
  }

  private ExportContent content(Order order, Context request) throws SQLException {
    Optional<FeatureSource> source =
        sources.stream().filter(one -> one.info().id().equals(order.name())).findFirst();
    if (source.isPresent()) {
      ChosenFeatures.parameters(source.get()).check(request);
      return contents.of(request, source.get());
    }
    if (order.query().containsKey(JOB) && processes.find(order.name()).isPresent()) {
      return contents.of(CommandRequest.of(withoutJob(order.query())), job(order, request));
    }
    throw new NotFound(
        LikelyWord.among(collections(), order.name())
            .map(near -> "There is no collection " + order.name() + "; is " + near + " meant?")
            .orElse(
                "There is no collection "
                    + order.name()
                    + "; there are "
                    + String.join(", ", collections())));
  }

  private static Map<String, String> withoutJob(Map<String, String> query) {
    Map<String, String> others = new HashMap<>(query);
    others.remove(JOB);
    return others;
  }

  private Job job(Order order, Context request) {
    String number = Objects.requireNonNull(order.query().get(JOB));
    Optional<Job> job;
    try {
      job = results.find(Principal.of(request), UUID.fromString(number));
    } catch (IllegalArgumentException e) {
      job = Optional.empty();
    }
    return job.filter(one -> one.type().equals(order.name()))
        .orElseThrow(
            () ->
                new BadParameter(
                    JOB, "--job is " + number + "; there is no such job of " + order.name()));
  }
}
