package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.ogc.ChosenFeatures;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.Job;
import org.borderwatch.server.process.StoredResults;

/** Finds what a request wants to take away, as far as the caller may see it. */
final class ExportContents {
  private final Database database;
  private final AnalysisProcesses processes;
  private final StoredResults results;

  ExportContents(Database database, AnalysisProcesses processes, StoredResults results) {
    this.database = database;
    this.processes = processes;
    this.results = results;
  }

  /** The features of a collection that the parameters of {@code ctx} choose. */
  ExportContent of(Context ctx, FeatureSource source) throws SQLException {
    if (source instanceof ResultCollection result) {
      Job job = result.job(ctx).orElseThrow(result::noResult);
      ResultFeatures features = result.chosen(ctx, job).orElseThrow(result::noResult);
      return of(job, features, filter(ctx));
    }
    return new CollectionContent(
        source.info(), ChosenFeatures.of(source, ctx), filter(ctx), database);
  }

  /** The features that an analysis found. */
  ExportContent of(Context ctx, Job job) {
    byte[] features =
        results
            .features(job)
            .orElseThrow(
                () ->
                    new ApiException.NotFound(
                        "The job has no features to take away: it has not ended, its result was"
                            + " removed, or is no map"));
    return of(job, ResultFeatures.of(features), filter(ctx));
  }

  private ExportContent of(Job job, ResultFeatures features, Map<String, String> filter) {
    Optional<JsonNode> description =
        processes.find(job.type()).map(process -> process.description().document());
    return new ResultContent(
        job,
        description.map(document -> document.path("title").asText()).orElse(job.type()),
        description.map(document -> document.path("titleVi").asText()).orElse(job.type()),
        ResultCollection.licence(job),
        features,
        filter);
  }

  private static Map<String, String> filter(Context ctx) {
    Map<String, String> filter = new TreeMap<>();
    ctx.queryParamMap().forEach((name, values) -> filter.put(name, String.join(",", values)));
    filter.keySet().removeAll(ExportEndpoints.FILE.names());
    return filter;
  }
}
