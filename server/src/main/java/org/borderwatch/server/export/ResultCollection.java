package org.borderwatch.server.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.ogc.ChosenFeatures;
import org.borderwatch.server.ogc.CollectionInfo;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.CollectionInfo.Licence;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.process.Job;
import org.borderwatch.server.process.StoredResults;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis found as a collection: the result of the job that is named, or the newest of its
 * process that the caller may see.
 */
final class ResultCollection implements FeatureSource {
  private static final String JOB = "job";

  private static final CollectionInfo HOTSPOTS =
      info(
          "hotspots",
          "Hotspots",
          "Điểm nóng",
          "Cells with more or fewer crossings around them than chance gives: the newest result, or"
              + " that of job=",
          Licence.INTERNAL,
          List.of(
              new Field("value", "number"),
              new Field("exposure", "number"),
              new Field("giz", "number"),
              new Field("p", "number"),
              new Field("class", "integer"),
              new Field("class_bh", "integer"),
              new Field("class_by", "integer"),
              new Field("class_bonferroni", "integer"),
              new Field("patrolled", "string")));

  private static final CollectionInfo KEY_SEGMENTS =
      info(
          "key-segments",
          "Key segments",
          "Đoạn trọng yếu",
          "The segments of the network that most ways lead over: the newest result, or that of"
              + " job=",
          Licence.ODBL,
          List.of(
              new Field("load", "number"),
              new Field("share", "number"),
              new Field("rank", "integer"),
              new Field("class", "string"),
              new Field("name", "string"),
              new Field("ref", "string"),
              new Field("length_m", "number"),
              new Field("synthetic", "boolean")));

  private static final CollectionInfo PATROL_AREAS =
      info(
          "patrol-areas",
          "Patrol areas",
          "Khu vực tuần tra",
          "Where teams do most good: the newest result, or that of job=",
          Licence.ODBL,
          List.of(
              new Field("rank", "integer"),
              new Field("area", "string"),
              new Field("name", "string"),
              new Field("station", "string"),
              new Field("shift", "integer"),
              new Field("teams", "integer"),
              new Field("border_with", "string"),
              new Field("from_km", "number"),
              new Field("to_km", "number"),
              new Field("expected_interceptions", "number"),
              new Field("expected_low", "number"),
              new Field("expected_high", "number"),
              new Field("expected_crossings", "number"),
              new Field("reach_minutes", "number"),
              new Field("on_site_hours", "number"),
              new Field("synthetic", "boolean")));

  private final CollectionInfo info;
  private final StoredResults results;

  private ResultCollection(CollectionInfo info, StoredResults results) {
    this.info = info;
    this.results = results;
  }

  /** The results that are collections. */
  static List<ResultCollection> all(StoredResults results) {
    return List.of(
        new ResultCollection(HOTSPOTS, results),
        new ResultCollection(KEY_SEGMENTS, results),
        new ResultCollection(PATROL_AREAS, results));
  }

  private static CollectionInfo info(
      String id,
      String title,
      String titleVi,
      String description,
      Licence licence,
      List<Field> fields) {
    return new CollectionInfo(
        id, title, titleVi, description, Permission.RUN_ANALYSES, licence, 0, fields);
  }

  /** Under which terms a result may be passed on: what is simulated is made of nobody's data. */
  static Licence licence(Job job) {
    boolean ofNetwork =
        job.type().equals(KEY_SEGMENTS.id()) || job.type().equals(PATROL_AREAS.id());
    return ofNetwork && !job.made().dataVersion().isEmpty() && !job.made().synthetic()
        ? Licence.ODBL
        : Licence.INTERNAL;
  }

  @Override
  public CollectionInfo info() {
    return info;
  }

  @Override
  public boolean isTiled() {
    return false;
  }

  @Override
  public QueryParameters filters() {
    return QueryParameters.of(JOB, "bbox");
  }

  /** The job that is meant; empty when there is no result yet. */
  Optional<Job> job(Context ctx) {
    String asked = ctx.queryParam(JOB);
    Principal caller = Principal.of(ctx);
    if (asked == null) {
      return results.newest(caller, info.id());
    }
    Job job =
        uuid(asked)
            .flatMap(id -> results.find(caller, id))
            .filter(one -> one.type().equals(info.id()))
            .orElseThrow(
                () ->
                    new BadParameter(
                        JOB, "job is " + asked + "; there is no such job of " + info.id()));
    return Optional.of(job);
  }

  /** The chosen features of a job's result; empty when it has none. */
  Optional<ResultFeatures> features(Context ctx, Job job) {
    var asked =
        DetectionFilterQuery.parse(name -> name.equals("bbox") ? ctx.queryParam(name) : null);
    return results.features(job).map(bytes -> ResultFeatures.of(bytes).within(asked.bbox()));
  }

  /** The same, also chosen by the condition of the request. */
  Optional<ResultFeatures> chosen(Context ctx, Job job) {
    Condition condition = ChosenFeatures.condition(info, ctx);
    return features(ctx, job)
        .map(features -> condition == null ? features : features.fulfilling(condition));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Selection select(Context ctx) {
    AuditMark.result(ctx);
    Optional<Job> job = job(ctx);
    job.ifPresent(
        one -> ctx.header("Borderwatch-Data", one.made().synthetic() ? "synthetic" : "real"));
    return new Rows(
        job.flatMap(one -> features(ctx, one))
            .orElse(ResultFeatures.of("{}".getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id) throws IOException {
    AuditMark.result(ctx);
    Optional<ResultFeatures> features = job(ctx).flatMap(results::features).map(ResultFeatures::of);
    if (features.isEmpty()) {
      return Optional.empty();
    }
    JsonNode[] found = new JsonNode[1];
    features
        .get()
        .and(feature -> feature.path("id").asText().equals(id))
        .forEach(0, 1, (index, feature) -> found[0] = feature);
    return Optional.ofNullable(found[0])
        .map(JsonNode::toString)
        .map(text -> new Feature(text, EntityTag.ofContent(text.getBytes(StandardCharsets.UTF_8))));
  }

  private record Rows(ResultFeatures features) implements Selection {
    @Override
    public Selection filtered(Condition condition) {
      return new Rows(features.fulfilling(condition));
    }

    @Override
    public long count(Connection connection) {
      try {
        return features.count();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public Written write(
        Connection connection, @Nullable String after, int limit, JsonGenerator json)
        throws IOException {
      long first = after == null ? 0 : index(after) + 1;
      long[] last = {first};
      long given =
          features.forEach(
              first,
              (long) limit + 1,
              (index, feature) -> {
                if (index - first < limit) {
                  json.writeTree(feature);
                  last[0] = index;
                }
              });
      return given > limit
          ? new Written(limit, Optional.of(Long.toString(last[0])))
          : new Written((int) given, Optional.empty());
    }

    private static long index(String after) {
      try {
        return Long.parseLong(after);
      } catch (NumberFormatException e) {
        throw new BadParameter("cursor", "cursor is not one of this collection");
      }
    }
  }

  /** Says that there is nothing to take away. */
  ApiException noResult() {
    return new ApiException.NotFound(
        "There is no result of " + info.id() + " yet; run the analysis first, or name its job");
  }
}
