package org.borderwatch.data.network;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.borderwatch.data.detection.CleanText;
import org.borderwatch.data.detection.GeoJsonCollection;
import org.borderwatch.data.network.LeftOut.Reason;
import org.borderwatch.data.network.NetworkMaterial.Settlement;
import org.borderwatch.data.network.NetworkMaterial.StandingBarrier;

/**
 * Takes ways out of GeoJSON. Properties are read as tags of OpenStreetMap ({@code highway}, {@code
 * name}, {@code ref}, {@code surface}, {@code oneway}, {@code access}, {@code waterway}, {@code
 * barrier}, {@code place}, ...), so that what was exported from it reads the same; {@code class} is
 * another word for {@code highway}, and any other property is passed over. A file in which no line
 * has a class is a layer of ways of unknown kind: each is a {@code road}. Lines meet where they
 * have a vertex in common. One thread.
 */
final class GeoJsonNetworkReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@/-]{1,64}");
  private static final int FEATURES_BETWEEN_LOOKS = 1_000;

  private final Tally tally;
  private final ElementMeaning meaning;
  private final BooleanSupplier cancelled;
  private final PlaceVertices vertices = new PlaceVertices();
  private final List<Line> lines = new ArrayList<>();
  private final List<Settlement> settlements = new ArrayList<>();
  private final List<StandingBarrier> barriers = new ArrayList<>();
  private final Tags tags = new Tags();

  /** Lines without a class, until it is known whether others have one. */
  private final List<Line> unclassed = new ArrayList<>();

  private boolean anyClassed;

  GeoJsonNetworkReader(Tally tally, BooleanSupplier cancelled) {
    this.tally = tally;
    this.meaning = new ElementMeaning(tally);
    this.cancelled = cancelled;
  }

  /** A feature as it stands. */
  private static final class Feature {
    private String id = "";
    private String type = "";
    private boolean broken;
    private final List<double[]> parts = new ArrayList<>();

    /** Degrees east and north by turns, of the part that is being read. */
    private double[] positions = new double[32];

    private int filled;
  }

  /** Reads a file; {@code progress} is told how many of its bytes are read. */
  void read(Path file, DoubleConsumer progress) throws IOException {
    anyClassed = false;
    try (CountedInputStream bytes = new CountedInputStream(Files.newInputStream(file));
        InputStream in = NetworkFormat.unpacked(bytes);
        GeoJsonCollection<Feature> features = new GeoJsonCollection<>(in, this::feature)) {
      long number = 0;
      for (Feature feature = features.next(); feature != null; feature = features.next()) {
        number++;
        take(feature, feature.id.isEmpty() ? "feature/" + number : "feature/" + feature.id);
        if (number % FEATURES_BETWEEN_LOOKS == 0) {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
          }
          progress.accept(bytes.count());
        }
      }
    }
    settleUnclassed();
  }

  private void settleUnclassed() {
    for (Line line : unclassed) {
      if (anyClassed) {
        tally.leftOut(Reason.UNKNOWN_FEATURE, "line", line.sourceRef());
      } else {
        tally.found(WayClass.ROAD);
        lines.add(line);
      }
    }
    unclassed.clear();
  }

  private void take(Feature feature, String sourceRef) {
    String type = CleanText.shown(feature.type, 40);
    if (feature.broken) {
      tally.leftOut(Reason.NO_PLACE, type, sourceRef);
      return;
    }
    switch (type) {
      case "Point" -> point(feature, sourceRef);
      case "LineString", "MultiLineString" -> line(feature, sourceRef);
      default -> tally.leftOut(Reason.OTHER_GEOMETRY, type, sourceRef);
    }
  }

  private void point(Feature feature, String sourceRef) {
    tally.foundNodes(1);
    double[] place = feature.positions;
    Barrier barrier = AccessRules.barrier(tags);
    Beside settlement = meaning.settlement(tags, () -> sourceRef);
    if (barrier != null) {
      barriers.add(new StandingBarrier(vertices.add(place[0], place[1]), barrier, sourceRef));
    }
    if (settlement != null) {
      settlements.add(new Settlement(vertices.add(place[0], place[1]), settlement, sourceRef));
    }
    if (barrier == null && settlement == null && !tags.has(TagKey.PLACE)) {
      tally.leftOut(Reason.UNKNOWN_FEATURE, "Point", sourceRef);
    }
  }

  /** Parts of one line are lines of their own; it counts as one way that is kept in pieces. */
  private void line(Feature feature, String sourceRef) {
    tally.foundWay();
    if (tags.has(TagKey.CLASS) && !tags.has(TagKey.HIGHWAY)) {
      tags.put(TagKey.HIGHWAY, String.valueOf(tags.get(TagKey.CLASS)));
    }
    anyClassed |= tags.has(TagKey.HIGHWAY);
    int[] numbers = numbers(feature.parts);
    boolean closed =
        feature.parts.size() == 1
            && numbers.length > 2
            && numbers[0] == numbers[numbers.length - 1];
    Road road = meaning.road(tags, closed, () -> sourceRef);
    Beside beside = meaning.beside(tags, closed, () -> sourceRef);
    if (road != null || beside != null) {
      lines.add(Line.ofFeature(sourceRef, numbers, road, beside));
    } else if (!ElementMeaning.concernsLines(tags)) {
      Road unknown =
          new Road(
              WayClass.ROAD,
              tags.name(TagKey.NAME),
              tags.name(TagKey.REF),
              tags.word(TagKey.SURFACE),
              AccessRules.passage(WayClass.ROAD, tags));
      unclassed.add(Line.ofFeature(sourceRef, numbers, unknown, null));
    }
  }

  /** The vertices of all parts, with a gap between two parts. */
  private int[] numbers(List<double[]> parts) {
    int count = parts.size() - 1;
    for (double[] part : parts) {
      count += part.length / 2;
    }
    int[] numbers = new int[count];
    int next = 0;
    for (double[] part : parts) {
      if (next > 0) {
        numbers[next++] = Vertices.BREAK;
      }
      for (int i = 0; i < part.length; i += 2) {
        numbers[next++] = vertices.add(part[i], part[i + 1]);
      }
    }
    return numbers;
  }

  /** All that was read. */
  NetworkMaterial material() {
    return new NetworkMaterial(vertices, lines, settlements, barriers);
  }

  private Feature feature(JsonParser json, long number) throws IOException {
    Feature feature = new Feature();
    tags.clear();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return feature;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "id" -> {
          String id = json.getValueAsString("");
          feature.id = ID.matcher(id).matches() ? id : "";
          json.skipChildren();
        }
        case "geometry" -> geometry(json, feature);
        case "properties" -> properties(json);
        default -> json.skipChildren();
      }
    }
    return feature;
  }

  private void properties(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      TagKey key = TagKey.of(json.currentName());
      json.nextToken();
      if (key == null || json.currentToken().isStructStart()) {
        json.skipChildren();
      } else if (json.currentToken() != JsonToken.VALUE_NULL && !json.getText().isBlank()) {
        tags.put(key, json.getText());
      }
    }
  }

  private static void geometry(JsonParser json, Feature feature) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    int depth = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> feature.type = json.getValueAsString("");
        case "coordinates" -> depth = coordinates(json, feature);
        default -> json.skipChildren();
      }
    }
    feature.broken =
        switch (feature.type) {
          case "Point" -> depth != 1;
          case "LineString" -> depth != 2;
          case "MultiLineString" -> depth != 3;
          default -> false;
        };
  }

  /**
   * Reads positions from lists in lists; returns how deep they lie, 1 for a bare position, 0 when
   * they are none.
   */
  private static int coordinates(JsonParser json, Feature feature) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return 0;
    }
    if (json.nextToken().isNumeric()) {
      return position(json, feature) ? 1 : 0;
    }
    int depth = -1;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      int below = coordinates(json, feature);
      depth = depth < 0 || depth == below ? below : 0;
      json.nextToken();
    }
    if (depth == 1) {
      feature.parts.add(Arrays.copyOf(feature.positions, feature.filled));
      feature.filled = 0;
    }
    return depth <= 0 ? 0 : depth + 1;
  }

  /** A position, whose first number is the token here; a height is passed over. */
  private static boolean position(JsonParser json, Feature feature) throws IOException {
    double[] numbers = {Double.NaN, Double.NaN};
    int count = 0;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      if (json.currentToken().isNumeric() && count < 2) {
        numbers[count] = json.getDoubleValue();
      }
      json.skipChildren();
      count++;
      json.nextToken();
    }
    if (feature.filled + 2 > feature.positions.length) {
      feature.positions = Arrays.copyOf(feature.positions, 2 * feature.positions.length);
    }
    feature.positions[feature.filled++] = numbers[0];
    feature.positions[feature.filled++] = numbers[1];
    return Math.abs(numbers[0]) <= 180 && Math.abs(numbers[1]) <= 90;
  }
}
