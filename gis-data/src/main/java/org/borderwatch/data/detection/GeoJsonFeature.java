package org.borderwatch.data.detection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.Word;
import org.jspecify.annotations.Nullable;

/** Reads one feature of a GeoJSON collection, token by token, into a row. */
final class GeoJsonFeature {
  private final JsonParser json;
  private final long number;
  private final @Nullable String[] texts = new String[DetectionField.values().length];
  private @Nullable Refusal broken;
  private boolean isFeature;

  GeoJsonFeature(JsonParser json, long number) {
    this.json = json;
    this.number = number;
  }

  /** Reads from the token at which the feature begins to the one at which it ends. */
  DetectionRow read() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
    } else {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "type" -> isFeature = "Feature".equals(json.getValueAsString());
          case "geometry" -> readGeometry();
          case "properties" -> readProperties();
          default -> json.skipChildren();
        }
      }
    }
    if (!isFeature) {
      broken = Refusal.of(number, "", "", RefusalReason.NOT_A_FEATURE);
    }
    DetectionRow row = DetectionRow.of(number, texts);
    return broken == null ? row : DetectionRow.broken(broken, row.asWritten());
  }

  private void readGeometry() throws IOException {
    String type = "";
    boolean two = false;
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "type" -> type = json.getValueAsString("");
          case "coordinates" -> two = readCoordinates();
          default -> json.skipChildren();
        }
      }
    } else {
      json.skipChildren();
    }
    if (!type.equals("Point") || !two) {
      refuse("geometry", type, RefusalReason.NOT_A_POINT);
    }
  }

  /** Reads lon and lat, and passes over a height; false when there are not two numbers. */
  private boolean readCoordinates() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return false;
    }
    int count = 0;
    boolean numbers = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      numbers &= json.currentToken().isNumeric();
      if (json.currentToken().isNumeric() && count < 2) {
        DetectionField field = count == 0 ? DetectionField.LON : DetectionField.LAT;
        texts[field.ordinal()] = json.getText();
      }
      json.skipChildren();
      count++;
    }
    return numbers && (count == 2 || count == 3);
  }

  private void readProperties() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      readProperty(name);
    }
  }

  private void readProperty(String name) throws IOException {
    Optional<DetectionField> field = Word.byCode(DetectionField.class, name);
    if (field.isEmpty() || field.get() == DetectionField.LON || field.get() == DetectionField.LAT) {
      json.skipChildren();
      String known = String.join(", ", DetectionCsvWriter.header()).replace("lon, lat, ", "");
      refuse(CleanText.shown(name, 40), "", RefusalReason.UNKNOWN_PROPERTY, known);
    } else if (json.currentToken() == JsonToken.START_ARRAY
        && field.get() == DetectionField.INDICATORS) {
      texts[field.get().ordinal()] = joinedArray(name);
    } else if (json.currentToken().isStructStart()) {
      json.skipChildren();
      refuse(name, "", RefusalReason.NOT_A_VALUE);
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      texts[field.get().ordinal()] = CleanText.clean(json.getText());
    }
  }

  private @Nullable String joinedArray(String name) throws IOException {
    List<String> words = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING || words.size() >= 50) {
        json.skipChildren();
        refuse(name, "", RefusalReason.NOT_A_VALUE);
      } else {
        words.add(json.getText());
      }
    }
    return words.isEmpty() ? null : String.join(";", words);
  }

  private void refuse(String field, String value, RefusalReason why, String... arguments) {
    if (broken == null) {
      broken = Refusal.of(number, field, value, why, arguments);
    }
  }
}
