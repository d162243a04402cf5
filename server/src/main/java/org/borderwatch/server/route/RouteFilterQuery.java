package org.borderwatch.server.route;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RouteFilter} from the query of a URL. */
public final class RouteFilterQuery {
  /** What a filter may ask. Routes have no time, so every one matches any datetime. */
  public static final QueryParameters PARAMETERS =
      QueryParameters.of(
          "bbox",
          "datetime",
          "status",
          "code",
          "name",
          "origin",
          "destination",
          "transit",
          "border_with",
          "synthetic");

  private RouteFilterQuery() {}

  /**
   * The filter in {@code query}, a function from a parameter's name to its text or null.
   *
   * @throws BadParameter naming the parameter and what is expected
   */
  public static RouteFilter parse(Function<String, @Nullable String> query) {
    DetectionFilter common =
        DetectionFilterQuery.parse(
            name ->
                switch (name) {
                  case "bbox", "datetime", "synthetic" -> query.apply(name);
                  case "borderWith" -> query.apply("border_with");
                  default -> null;
                });
    return new RouteFilter(
        common.bbox(),
        statuses(query),
        texts(query, "code"),
        texts(query, "name"),
        texts(query, "origin"),
        texts(query, "destination"),
        texts(query, "transit"),
        common.borderWith(),
        common.synthetic(),
        Optional.empty());
  }

  private static Set<RouteStatus> statuses(Function<String, @Nullable String> query) {
    Set<RouteStatus> statuses = new TreeSet<>();
    for (String code : texts(query, "status")) {
      statuses.add(Word.byCode(RouteStatus.class, code).orElseThrow(() -> unknownStatus(code)));
    }
    return statuses;
  }

  private static BadParameter unknownStatus(String code) {
    Set<String> known = Word.codes(RouteStatus.class).keySet();
    return new BadParameter(
        "status",
        "status knows no \""
            + code
            + "\"; "
            + LikelyWord.among(known, code)
                .map(near -> "is " + near + " meant?")
                .orElse("known are " + String.join(", ", known)));
  }

  private static List<String> texts(Function<String, @Nullable String> query, String name) {
    String text = query.apply(name);
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
