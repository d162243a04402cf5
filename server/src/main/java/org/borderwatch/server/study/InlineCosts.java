package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;

/**
 * An input that is a list of {@code [from, to, cost]} between the features of two collections, each
 * named by its id, or by its number from 0 where no feature has that id. What isn't listed isn't
 * reached.
 *
 * @param from numbers of features of the first collection
 * @param to numbers of features of the second
 * @param cost of each pair, finite and not negative
 */
public record InlineCosts(int[] from, int[] to, double[] cost) {
  /** As many pairs are taken. */
  public static final int MOST = 5_000_000;

  /**
   * Reads them.
   *
   * @throws BadParameter naming the entry and what is expected
   */
  public static InlineCosts of(
      ProcessInputs inputs, String input, InlineFeatures first, InlineFeatures second) {
    JsonNode list = inputs.json(input).orElseThrow(() -> new BadParameter(input, "missing"));
    if (!list.isArray() || list.size() > MOST) {
      throw new BadParameter(
          input, "expected a list of at most %d entries [from, to, cost]".formatted(MOST));
    }
    Map<String, Integer> firsts = numbers(first);
    Map<String, Integer> seconds = numbers(second);
    int[] from = new int[list.size()];
    int[] to = new int[list.size()];
    double[] cost = new double[list.size()];
    for (int i = 0; i < cost.length; i++) {
      JsonNode entry = list.get(i);
      double value = entry.path(2).asDouble();
      if (entry.size() != 3 || !entry.path(2).isNumber() || !(value >= 0 && value < 1e300)) {
        throw new BadParameter(
            input,
            "entry %d is %s; expected [from, to, cost] with a cost of 0 or more"
                .formatted(i, entry));
      }
      from[i] = number(input, i, entry.get(0), firsts, first.size());
      to[i] = number(input, i, entry.get(1), seconds, second.size());
      cost[i] = value;
    }
    return new InlineCosts(from, to, cost);
  }

  private static Map<String, Integer> numbers(InlineFeatures features) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      numbers.putIfAbsent(features.label(i), i);
    }
    return numbers;
  }

  private static int number(
      String input, int entry, JsonNode name, Map<String, Integer> numbers, int size) {
    Integer byId = name.isTextual() || name.isIntegralNumber() ? numbers.get(name.asText()) : null;
    if (byId != null) {
      return byId;
    }
    if (name.isIntegralNumber() && name.asLong() >= 0 && name.asLong() < size) {
      return name.asInt();
    }
    throw new BadParameter(
        input,
        "entry %d names %s, which is neither an id nor a number below %d"
            .formatted(entry, name, size));
  }
}
