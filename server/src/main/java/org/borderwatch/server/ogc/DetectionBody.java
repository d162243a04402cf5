package org.borderwatch.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.DetectionField;
import org.borderwatch.data.detection.DetectionParser;
import org.borderwatch.data.detection.DetectionRow;
import org.borderwatch.data.detection.ImportRules;
import org.borderwatch.data.detection.ParsedDetection;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;

/**
 * A GeoJSON feature as a client sends it. The same checks as for files; unknown properties are
 * refused by name. What the server derives may be sent back as it was read, and is passed over.
 */
final class DetectionBody {
  private static final Set<String> DERIVED =
      Set.of(
          "station_derived",
          "border_with",
          "border_km",
          "border_offset_m",
          "synthetic",
          "recorded_at",
          "recorded_by",
          "version");

  private final JsonNode feature;
  private final Map<DetectionField, String> texts = new EnumMap<>(DetectionField.class);
  private final List<FieldError> errors = new ArrayList<>();

  /** Takes a body apart; refused when it is no feature with a point. */
  DetectionBody(JsonNode feature) {
    this.feature = feature;
    if (!feature.path("type").asText().equals("Feature")) {
      throw new BadBody("The body is no GeoJSON feature; its type must be Feature");
    }
    readPosition(feature.path("geometry"));
    JsonNode properties = feature.path("properties");
    Iterator<Map.Entry<String, JsonNode>> each = properties.fields();
    while (each.hasNext()) {
      Map.Entry<String, JsonNode> property = each.next();
      if (!DERIVED.contains(property.getKey())) {
        readProperty(property.getKey(), property.getValue());
      }
    }
  }

  /** The id that the client gave it. */
  Optional<UUID> id() {
    JsonNode id = feature.path("id");
    if (id.isMissingNode() || id.isNull()) {
      return Optional.empty();
    }
    Optional<UUID> uuid = DetectionCollection.uuid(id.asText());
    if (uuid.isEmpty()) {
      throw new BadBody("The id is no UUID; leave it out to have one made");
    }
    return uuid;
  }

  /** Whether it says that it is simulated; empty when it says nothing. */
  Optional<Boolean> synthetic() {
    JsonNode synthetic = feature.path("properties").path("synthetic");
    return synthetic.isBoolean() ? Optional.of(synthetic.booleanValue()) : Optional.empty();
  }

  /** Whether its station is only the one that the server derived from the place. */
  boolean stationIsDerived() {
    return feature.path("properties").path("station_derived").asBoolean(false);
  }

  Optional<String> station() {
    return Optional.ofNullable(texts.get(DetectionField.STATION));
  }

  /** Takes the station out, so that it is derived from the place again. */
  void forgetStation() {
    texts.remove(DetectionField.STATION);
  }

  /** Gives it a reference when it has none. */
  void referIfMissing(String sourceRef) {
    texts.putIfAbsent(DetectionField.SOURCE_REF, sourceRef);
  }

  /**
   * The detection.
   *
   * @throws BadBody with everything that is wrong with it
   */
  Detection parse(ImportRules rules) {
    ParsedDetection parsed =
        new DetectionParser(rules)
            .parse(DetectionRow.of(1, texts), refusal -> errors.add(error(refusal)));
    if (parsed == null || !errors.isEmpty()) {
      throw new BadBody("The detection can't be stored; see errors", errors);
    }
    return parsed.detection();
  }

  private static FieldError error(Refusal refusal) {
    return new FieldError(
        refusal.field(),
        refusal.reason(),
        refusal.remedy(),
        refusal.reasonVi(),
        refusal.remedyVi());
  }

  private void readPosition(JsonNode geometry) {
    JsonNode position = geometry.path("coordinates");
    boolean point =
        geometry.path("type").asText().equals("Point")
            && (position.size() == 2 || position.size() == 3)
            && position.get(0).isNumber()
            && position.get(1).isNumber();
    if (!point) {
      throw new BadBody("The geometry must be a Point with [longitude, latitude] in degrees");
    }
    texts.put(DetectionField.LON, position.get(0).asText());
    texts.put(DetectionField.LAT, position.get(1).asText());
  }

  private void readProperty(String name, JsonNode value) {
    Optional<DetectionField> field =
        Word.byCode(DetectionField.class, name)
            .filter(known -> known != DetectionField.LON && known != DetectionField.LAT);
    if (field.isEmpty()) {
      errors.add(unknown(name));
    } else if (field.get() == DetectionField.INDICATORS && isListOfTexts(value)) {
      List<String> words = new ArrayList<>();
      value.forEach(word -> words.add(word.asText()));
      put(field.get(), String.join(";", words));
    } else if (value.isValueNode() && !value.isNull()) {
      put(field.get(), value.asText());
    } else if (value.isContainerNode()) {
      errors.add(
          new FieldError(
              name,
              "It is a list or an object",
              "Write one value",
              "Là một danh sách hoặc một đối tượng",
              "Ghi một giá trị"));
    }
  }

  private static boolean isListOfTexts(JsonNode value) {
    boolean texts = value.isArray();
    for (JsonNode word : value) {
      texts &= word.isTextual();
    }
    return texts;
  }

  private void put(DetectionField field, String text) {
    if (!text.isBlank()) {
      texts.put(field, text);
    }
  }

  private static FieldError unknown(String name) {
    List<String> known =
        Word.codes(DetectionField.class).keySet().stream()
            .filter(code -> !code.equals("lon") && !code.equals("lat"))
            .toList();
    String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    Optional<String> near = LikelyWord.among(known, shown);
    return new FieldError(
        shown,
        "There is no such property",
        near.map(word -> "Is " + word + " meant?")
            .orElse("Leave it out; known are " + String.join(", ", known)),
        "Không có thuộc tính này",
        near.map(word -> "Có phải là " + word + "?")
            .orElse("Bỏ đi; chỉ dùng " + String.join(", ", known)));
  }
}
