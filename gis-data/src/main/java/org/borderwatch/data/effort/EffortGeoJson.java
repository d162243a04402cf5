package org.borderwatch.data.effort;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.borderwatch.data.Word;
import org.borderwatch.data.detection.CleanText;
import org.borderwatch.data.detection.GeoJsonCollection;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads effort from a GeoJSON FeatureCollection. A track is a LineString or MultiLineString with
 * the properties {@code source_ref}, {@code team}, {@code station} and either {@code times} (one
 * for each position, in the order of the lines; lists in it are flattened) or {@code start} and
 * {@code end}; a watch is a Point with {@code source_ref}, {@code station}, {@code radius_metres},
 * {@code from} and {@code to}. Any other property is refused by name.
 */
public final class EffortGeoJson implements EffortReader {
  private static final String TIMES = "times";
  private static final int LONGEST_TEXT = 200;

  private final boolean tracks;
  private final Set<EffortField> known;
  private final GeoJsonCollection<EffortRow> features;

  private EffortGeoJson(InputStream in, boolean tracks) throws IOException {
    this.tracks = tracks;
    known = tracks ? EffortField.OF_TRACK : EffortField.OF_WATCH;
    features = new GeoJsonCollection<>(in, this::read);
  }

  /** Reads tracks from {@code in}, and closes it. */
  public static EffortGeoJson ofTracks(InputStream in) throws IOException {
    return new EffortGeoJson(in, true);
  }

  /** Reads watches from {@code in}, and closes it. */
  public static EffortGeoJson ofWatches(InputStream in) throws IOException {
    return new EffortGeoJson(in, false);
  }

  @Override
  public @Nullable EffortRow next() throws IOException {
    return features.next();
  }

  private EffortRow read(JsonParser json, long number) throws IOException {
    EffortRow row = new EffortRow(number);
    boolean isFeature = false;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
    } else {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "type" -> isFeature = "Feature".equals(json.getValueAsString());
          case "geometry" -> geometry(json, row);
          case "properties" -> properties(json, row);
          default -> json.skipChildren();
        }
      }
    }
    if (!isFeature) {
      refuse(row, "", "", RefusalReason.NOT_A_FEATURE);
    } else if (row.fixes() == 0) {
      refuse(row, "geometry", "", noGeometry());
    }
    return row;
  }

  private RefusalReason noGeometry() {
    return tracks ? RefusalReason.NOT_A_TRACK : RefusalReason.NOT_A_SENSOR;
  }

  private void geometry(JsonParser json, EffortRow row) throws IOException {
    String type = "";
    int depth = 0;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "type" -> type = json.getValueAsString("");
          case "coordinates" -> depth = coordinates(json, row);
          default -> json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
    boolean fits =
        tracks
            ? (type.equals("LineString") && depth == 2)
                || (type.equals("MultiLineString") && depth == 3)
            : type.equals("Point") && depth == 1;
    if (!fits) {
      refuse(row, "geometry", CleanText.shown(type, 40), noGeometry());
    }
  }

  /**
   * Reads positions from lists in lists; returns how deep they lie, 1 for a bare position, 0 when
   * they are none.
   */
  private static int coordinates(JsonParser json, EffortRow row) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return 0;
    }
    json.nextToken();
    if (json.currentToken().isNumeric()) {
      if (row.lines().isEmpty()) {
        row.beginLine();
      }
      return position(json, row) ? 1 : 0;
    }
    int deep = -1;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      int below = coordinates(json, row);
      deep = deep < 0 || deep == below ? below : 0;
      if (below == 2) {
        row.beginLine();
      }
      json.nextToken();
    }
    return deep <= 0 ? 0 : deep + 1;
  }

  /** A position, whose first number is the token here; a height is passed over. */
  private static boolean position(JsonParser json, EffortRow row) throws IOException {
    double[] numbers = {Double.NaN, Double.NaN};
    int count = 0;
    boolean numeric = true;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      numeric &= json.currentToken().isNumeric();
      if (json.currentToken().isNumeric() && count < 2) {
        numbers[count] = json.getDoubleValue();
      }
      json.skipChildren();
      count++;
      json.nextToken();
    }
    row.position(numbers[0], numbers[1]);
    return numeric && (count == 2 || count == 3);
  }

  private void properties(JsonParser json, EffortRow row) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Optional<EffortField> field = Word.byCode(EffortField.class, name);
      if (tracks && name.equals(TIMES)) {
        times(json, row);
      } else if (field.isEmpty() || !known.contains(field.get())) {
        json.skipChildren();
        refuse(
            row, CleanText.shown(name, 40), "", RefusalReason.UNKNOWN_PROPERTY, knownProperties());
      } else if (json.currentToken().isStructStart()) {
        json.skipChildren();
        refuse(row, name, "", RefusalReason.NOT_A_VALUE);
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        String text = CleanText.clean(json.getText());
        if (text != null && text.length() > LONGEST_TEXT) {
          refuse(row, name, "", RefusalReason.FIELD_TOO_LONG, String.valueOf(LONGEST_TEXT));
        } else {
          row.text(field.get(), text);
        }
      }
    }
  }

  private static void times(JsonParser json, EffortRow row) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      refuse(row, TIMES, "", RefusalReason.NOT_A_VALUE);
      return;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return;
      } else if (token == JsonToken.START_ARRAY) {
        depth++;
      } else if (token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        row.time(CleanText.clean(CleanText.shown(json.getText(), LONGEST_TEXT)));
      } else {
        json.skipChildren();
        row.time(null);
      }
    }
  }

  private String knownProperties() {
    Set<String> names = new TreeSet<>();
    known.forEach(field -> names.add(field.code()));
    if (tracks) {
      names.add(TIMES);
    }
    return String.join(", ", names);
  }

  private static void refuse(
      EffortRow row, String field, String value, RefusalReason why, String... arguments) {
    row.refuse(new Refusal(row.line(), field, value, why, java.util.List.of(arguments)));
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public void close() throws IOException {
    features.close();
  }
}
