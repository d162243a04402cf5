package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;

/**
 * The input {@code features}: a GeoJSON FeatureCollection that came with the request. A feature
 * stands where its point is; any other geometry at its centroid, computed in the coordinates as
 * they came. Order, ids and geometries are kept. Immutable.
 */
public final class InlineFeatures {
  /** More would not be a request any more but an import. */
  public static final int MOST = 200_000;

  private static final String NAME = "features";
  private static final double[] NOWHERE = {Double.NaN, Double.NaN};

  private final List<JsonNode> features;
  private final double[] x;
  private final double[] y;

  private InlineFeatures(String input, List<JsonNode> features, boolean placed) {
    this.features = features;
    this.x = new double[features.size()];
    this.y = new double[features.size()];
    for (int i = 0; i < x.length; i++) {
      double[] at = RepresentativePoint.of(features.get(i).path("geometry"));
      if (at == null && !placed) {
        at = NOWHERE;
      }
      if (at == null) {
        throw new BadParameter(
            input,
            name(features.get(i), i)
                + " has no geometry with finite coordinates; expected a GeoJSON Point");
      }
      x[i] = at[0];
      y[i] = at[1];
    }
  }

  /**
   * Reads them.
   *
   * @throws BadParameter naming the feature and what is expected
   */
  public static InlineFeatures of(ProcessInputs inputs) {
    return of(inputs, NAME);
  }

  /** Reads those that came as another input. */
  public static InlineFeatures of(ProcessInputs inputs, String input) {
    return new InlineFeatures(input, list(inputs, input), true);
  }

  /**
   * The same where nothing depends on where a feature is: one without a geometry is taken, and its
   * coordinates are not a number.
   */
  public static InlineFeatures anywhere(ProcessInputs inputs, String input) {
    return new InlineFeatures(input, list(inputs, input), false);
  }

  /** The features of a collection, not yet looked at. */
  static List<JsonNode> list(ProcessInputs inputs, String input) {
    JsonNode collection = inputs.json(input).orElseThrow(() -> new BadParameter(input, "missing"));
    JsonNode list = collection.path("features");
    if (!collection.path("type").asText().equals("FeatureCollection") || !list.isArray()) {
      throw new BadParameter(input, input + " has to be a GeoJSON FeatureCollection");
    }
    if (list.size() > MOST) {
      throw Refusal.of(
          input,
          "Có %d đối tượng; nhiều nhất là %d.".formatted(list.size(), MOST),
          "There are %d features; at most %d.".formatted(list.size(), MOST));
    }
    List<JsonNode> features = new ArrayList<>(list.size());
    list.forEach(features::add);
    return features;
  }

  public int size() {
    return features.size();
  }

  /** First coordinates as they came. */
  public double[] x() {
    return x;
  }

  /** Second coordinates as they came. */
  public double[] y() {
    return y;
  }

  /** Opens a feature of a result and writes id and geometry of this one as they came. */
  public void open(ResultWriter out, int feature) {
    JsonNode one = features.get(feature);
    out.openFeature().asItCame("id", one.get("id"));
    writeGeometry(out, feature);
  }

  /** Writes the feature's geometry as it came. */
  public void writeGeometry(ResultWriter out, int feature) {
    out.asItCame("geometry", features.get(feature).get("geometry"));
  }

  /** The feature's id as a text; without one its number from 0 on. */
  public String label(int feature) {
    return label(features.get(feature), feature);
  }

  static String label(JsonNode feature, int number) {
    JsonNode id = feature.get("id");
    return id == null || id.isNull() ? Integer.toString(number) : id.asText();
  }

  /** Whether some feature has that property. */
  public boolean hasProperty(String property) {
    return features.stream().anyMatch(one -> one.path("properties").hasNonNull(property));
  }

  /** Whether some feature's id is a number. */
  public boolean hasNumbersAsIds() {
    return features.stream().anyMatch(one -> one.path("id").isNumber());
  }

  /**
   * A finite number of each feature.
   *
   * @param input which names the property, for the error
   * @param least what is smaller is refused
   */
  public double[] numbers(String input, String property, double least) {
    double[] numbers = new double[size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(input, property, i, property(i, property), least);
    }
    return numbers;
  }

  /** A whole number of each feature, 0 or more. */
  public int[] wholes(String input, String property) {
    double[] numbers = numbers(input, property, 0);
    int[] wholes = new int[numbers.length];
    for (int i = 0; i < wholes.length; i++) {
      if (numbers[i] != Math.rint(numbers[i]) || numbers[i] > Integer.MAX_VALUE) {
        throw bad(input, property, i, property(i, property), "a whole number");
      }
      wholes[i] = (int) numbers[i];
    }
    return wholes;
  }

  /** A list of finite numbers of each feature, all of the same length. */
  public double[][] series(String input, String property) {
    double[][] series = new double[size()][];
    for (int i = 0; i < series.length; i++) {
      JsonNode values = property(i, property);
      if (!values.isArray()) {
        throw bad(input, property, i, values, "a list of numbers");
      }
      series[i] = new double[values.size()];
      for (int t = 0; t < values.size(); t++) {
        series[i][t] = number(input, property, i, values.get(t), Double.NEGATIVE_INFINITY);
      }
      if (series[i].length != series[0].length) {
        throw bad(input, property, i, values, series[0].length + " numbers, as the first feature");
      }
    }
    return series;
  }

  /** A text or whole number of each feature, as a text. */
  public List<String> texts(String input, String property) {
    List<String> texts = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      JsonNode value = property(i, property);
      if (!value.isTextual() && !value.isIntegralNumber()) {
        throw bad(input, property, i, value, "a text or a whole number");
      }
      texts.add(value.asText());
    }
    return texts;
  }

  private JsonNode property(int feature, String name) {
    return features.get(feature).path("properties").path(name);
  }

  private double number(String input, String property, int feature, JsonNode value, double least) {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw bad(input, property, feature, value, "a number");
    }
    if (value.asDouble() < least) {
      throw bad(input, property, feature, value, "a number of at least " + (long) least);
    }
    return value.asDouble();
  }

  private BadParameter bad(
      String input, String property, int feature, JsonNode value, String expected) {
    return bad(input, property, name(features.get(feature), feature), value, expected);
  }

  /** What to throw when a property of the feature called {@code name} isn't what is expected. */
  static BadParameter bad(
      String input, String property, String name, JsonNode value, String expected) {
    String given = value.isMissingNode() ? "missing" : value.toString();
    String shown = given.length() <= 60 ? given : given.substring(0, 60) + "…";
    return new BadParameter(
        input, "%s of %s is %s; expected %s".formatted(property, name, shown, expected));
  }

  /** What to call a feature in an error. */
  static String name(JsonNode feature, int number) {
    JsonNode id = feature.get("id");
    return "Feature " + number + (id == null ? "" : " (id " + id.asText() + ")");
  }
}
