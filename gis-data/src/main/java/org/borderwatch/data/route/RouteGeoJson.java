package org.borderwatch.data.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.detection.GeoJsonCollection;
import org.borderwatch.data.detection.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads routes from a GeoJSON FeatureCollection: LineStrings and MultiLineStrings with the
 * properties of {@link RouteField}. Lists may be written as lists or parted by semicolons. What the
 * server derives is passed over; any other property is refused by name.
 */
final class RouteGeoJson implements RouteReader {
  private final GeoJsonCollection<RouteRow> features;

  RouteGeoJson(InputStream in) throws IOException {
    features = new GeoJsonCollection<>(in, RouteGeoJson::read);
  }

  @Override
  public @Nullable RouteRow next() throws IOException {
    return features.next();
  }

  private static RouteRow read(JsonParser json, long number) throws IOException {
    RouteRow row = new RouteRow(number);
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
      row.refuse("", RefusalReason.NOT_A_FEATURE);
    }
    return row;
  }

  private static void geometry(JsonParser json, RouteRow row) throws IOException {
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
        (type.equals("LineString") && depth == 2) || (type.equals("MultiLineString") && depth == 3);
    if (!fits) {
      row.refuse("geometry", RefusalReason.NOT_A_ROUTE);
    }
  }

  /** Reads positions from lists in lists; how deep they lie, 1 for a bare one, 0 for none. */
  private static int coordinates(JsonParser json, RouteRow row) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return 0;
    }
    json.nextToken();
    if (json.currentToken().isNumeric()) {
      return position(json, row) ? 1 : 0;
    }
    int deep = -1;
    boolean line = false;
    while (json.currentToken() != JsonToken.END_ARRAY) {
      if (!line && json.currentToken() == JsonToken.START_ARRAY) {
        row.beginLine();
        line = true;
      }
      int below = coordinates(json, row);
      deep = deep < 0 || deep == below ? below : 0;
      json.nextToken();
    }
    return deep <= 0 ? 0 : deep + 1;
  }

  /** A position, whose first number is the token here; a height is passed over. */
  private static boolean position(JsonParser json, RouteRow row) throws IOException {
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

  private static void properties(JsonParser json, RouteRow row) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (json.currentToken() == JsonToken.START_ARRAY) {
        row.property(name, list(json, row, name));
      } else if (json.currentToken().isStructStart()) {
        json.skipChildren();
        row.refuse(name, RefusalReason.NOT_A_VALUE);
      } else {
        row.property(name, json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText());
      }
    }
  }

  private static String list(JsonParser json, RouteRow row, String name) throws IOException {
    List<String> entries = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == null) {
        break;
      }
      if (json.currentToken().isScalarValue()) {
        entries.add(json.getText());
      } else {
        json.skipChildren();
        row.refuse(name, RefusalReason.NOT_A_VALUE);
      }
    }
    return String.join(";", entries);
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
