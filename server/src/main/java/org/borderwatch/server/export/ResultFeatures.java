package org.borderwatch.server.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.geo.GeoJsonGeometry;
import org.borderwatch.server.http.Json;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of a stored result, read one by one from its bytes. Immutable, hence thread-safe.
 *
 * @param geoJson a FeatureCollection in UTF-8; whoever makes this gives it away
 * @param chosen which of the features are meant
 */
record ResultFeatures(byte[] geoJson, Predicate<JsonNode> chosen) {

  /** Takes a feature and its number among the chosen ones; false stops. */
  @FunctionalInterface
  interface Taker {
    void take(long index, JsonNode feature) throws IOException;
  }

  /** All features of a result. */
  static ResultFeatures of(byte[] geoJson) {
    return new ResultFeatures(geoJson, feature -> true);
  }

  /** Those whose bounds meet a box. */
  ResultFeatures within(Optional<LonLatBox> box) {
    if (box.isEmpty()) {
      return this;
    }
    LonLatBox of = box.get();
    Envelope wanted = new Envelope(of.minLon(), of.maxLon(), of.minLat(), of.maxLat());
    return and(
        feature -> {
          Geometry geometry = GeoJsonGeometry.read(feature.path("geometry"));
          return geometry != null && geometry.getEnvelopeInternal().intersects(wanted);
        });
  }

  /** Those that fulfil a condition. */
  ResultFeatures fulfilling(Condition condition) {
    return and(feature -> Boolean.TRUE.equals(condition.test(feature)));
  }

  /** Those of them that {@code also} means. */
  ResultFeatures and(Predicate<JsonNode> also) {
    return new ResultFeatures(geoJson, chosen.and(also));
  }

  /** How many there are. */
  long count() throws IOException {
    return forEach(0, Long.MAX_VALUE, (index, feature) -> {});
  }

  /**
   * Gives the features from number {@code first} on, at most {@code most}, to {@code taker}.
   *
   * @return how many were given
   */
  long forEach(long first, long most, Taker taker) throws IOException {
    long index = 0;
    try (JsonParser parser = Json.MAPPER.createParser(geoJson)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isList = parser.currentName().equals("features");
        parser.nextToken();
        if (!isList) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          JsonNode feature = Json.MAPPER.readTree(parser);
          if (!chosen.test(feature)) {
            continue;
          }
          if (index - first >= most) {
            return index - first;
          }
          if (index >= first) {
            taker.take(index, feature);
          }
          index++;
        }
      }
    }
    return Math.max(0, index - first);
  }
}
