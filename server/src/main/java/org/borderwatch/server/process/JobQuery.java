package org.borderwatch.server.process;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are asked for, newest first.
 *
 * @param processes ids; empty: all
 * @param statuses empty: all
 * @param created when they were made
 * @param minSeconds that they run or ran at least
 * @param maxSeconds that they run or ran at most
 * @param after the last of the page before
 */
record JobQuery(
    int limit,
    Set<String> processes,
    Set<String> statuses,
    Period created,
    OptionalDouble minSeconds,
    OptionalDouble maxSeconds,
    Optional<Cursor> after) {
  static final QueryParameters PARAMETERS =
      QueryParameters.of(
          "limit",
          "cursor",
          "type",
          "processID",
          "status",
          "datetime",
          "minDuration",
          "maxDuration");

  private static final double LONGEST_SECONDS = 1e9;

  /** A job after which a page begins, whatever comes or goes meanwhile. */
  record Cursor(Instant created, UUID id) {
    String text() {
      return created + "_" + id;
    }

    static Cursor parse(String text) {
      try {
        String[] parts = text.split("_", 2);
        if (parts.length == 2) {
          return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }
      } catch (java.time.DateTimeException | IllegalArgumentException e) {
        // Told below.
      }
      throw new BadParameter(
          "cursor", "cursor is not one of ours; follow the link with rel=next as it stands");
    }
  }

  static JobQuery of(Context ctx) {
    type(ctx.queryParam("type"));
    return new JobQuery(
        Limit.of(ctx),
        words(ctx.queryParam("processID")),
        statuses(ctx.queryParam("status")),
        DetectionFilterQuery.parse(name -> name.equals("datetime") ? ctx.queryParam(name) : null)
            .period(),
        QueryValues.number(ctx, "minDuration", 0, LONGEST_SECONDS),
        QueryValues.number(ctx, "maxDuration", 0, LONGEST_SECONDS),
        Optional.ofNullable(ctx.queryParam("cursor")).map(Cursor::parse));
  }

  /** OGC knows one type of job. */
  private static void type(@Nullable String text) {
    for (String type : words(text)) {
      if (!type.equals("process")) {
        throw new BadParameter(
            "type", "type is " + type + "; expected process. Of one process: processID=" + type);
      }
    }
  }

  private static Set<String> statuses(@Nullable String text) {
    Set<String> known = Word.codes(JobStatus.class).keySet();
    Set<String> statuses = words(text);
    for (String status : statuses) {
      if (!known.contains(status)) {
        throw new BadParameter(
            "status",
            "status is %s; %s"
                .formatted(
                    status,
                    LikelyWord.among(known, status)
                        .map(near -> "is " + near + " meant?")
                        .orElse("expected one of " + String.join(", ", known))));
      }
    }
    return statuses;
  }

  private static Set<String> words(@Nullable String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text == null ? new String[0] : text.split(",")) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }
}
