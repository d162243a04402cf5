package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;

/**
 * Reads the input {@code filter}: an object with the words of a query. A value may be written as in
 * a query, or as JSON has it: a number, true or false, a list.
 */
public final class FilterInput {
  private static final String NAME = "filter";
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "bbox",
              "datetime",
              "direction",
              "setting",
              "source",
              "outcome",
              "station",
              "indicators",
              "persons",
              "borderWith",
              "borderKm",
              "synthetic"));

  /** Lists of these two are the ends of an interval. */
  private static final Set<String> INTERVALS = Set.of("datetime", "persons", "borderKm");

  private FilterInput() {}

  /**
   * The filter; without the input every detection.
   *
   * @throws BadParameter naming the member and what is expected
   */
  public static DetectionFilter of(ProcessInputs inputs) {
    return inputs.json(NAME).map(FilterInput::of).orElse(DetectionFilter.ALL);
  }

  private static DetectionFilter of(JsonNode filter) {
    if (!filter.isObject()) {
      throw new BadParameter(NAME, "filter has to be an object, such as {\"borderWith\": \"CN\"}");
    }
    Map<String, String> query = new HashMap<>();
    for (Iterator<String> names = filter.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KNOWN.contains(name)) {
        throw new BadParameter(
            NAME,
            "Unknown member of filter: %s; %s"
                .formatted(
                    name,
                    LikelyWord.among(KNOWN, name)
                        .map(near -> "is " + near + " meant?")
                        .orElse("known are " + String.join(", ", KNOWN))));
      }
      if (filter.hasNonNull(name)) {
        query.put(name, text(name, filter.get(name)));
      }
    }
    return DetectionFilterQuery.parse(query::get);
  }

  private static String text(String name, JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode item : value) {
      if (!value.isArray() || !item.isValueNode()) {
        throw new BadParameter(name, name + " in filter has to be a value or a list of values");
      }
      text.append(text.isEmpty() ? "" : INTERVALS.contains(name) ? "/" : ",");
      text.append(item.isNull() ? ".." : item.asText());
    }
    return text.toString();
  }
}
