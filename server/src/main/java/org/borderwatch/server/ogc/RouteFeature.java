package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.route.StoredRoute;
import org.jspecify.annotations.Nullable;

/** A stored route as a GeoJSON feature; times with the offset of Viet Nam. */
final class RouteFeature {
  /** Its properties, in the order in which they are written. */
  static final List<Field> FIELDS =
      List.of(
          new Field("code", "string"),
          new Field("name", "string"),
          new Field("status", "string"),
          new Field("origin", "string"),
          new Field("transit", "array"),
          new Field("destination", "string"),
          new Field("evidence", "array"),
          new Field("detections", "array"),
          new Field("length_km", "number"),
          new Field("matched_share", "number"),
          new Field("border_with", "string"),
          new Field("border_km", "number"),
          new Field("synthetic", "boolean"),
          new Field("unit", "string"),
          new Field("recorded_at", "string"),
          new Field("recorded_by", "string"),
          new Field("version", "integer"));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private RouteFeature() {}

  /** The feature alone, with the tag of its version. */
  static FeatureSource.Feature of(StoredRoute stored) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      write(stored, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FeatureSource.Feature(text.toString(), EntityTag.ofVersion(stored.version()));
  }

  static void write(StoredRoute stored, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", stored.id().toString());
    json.writeFieldName("geometry");
    writeLines(stored.route().lines(), json);
    json.writeObjectFieldStart("properties");
    writeContent(stored.route(), json);
    writeDerived(stored, json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeLines(List<List<LonLat>> lines, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "MultiLineString");
    json.writeArrayFieldStart("coordinates");
    for (List<LonLat> line : lines) {
      json.writeStartArray();
      for (LonLat at : line) {
        json.writeArray(new double[] {at.lon(), at.lat()}, 0, 2);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeContent(TraffickingRoute route, JsonGenerator json) throws IOException {
    json.writeStringField("code", route.code());
    json.writeStringField("name", route.name());
    json.writeStringField("status", route.status().code());
    json.writeStringField("origin", route.origin());
    writeTexts("transit", route.transit(), json);
    json.writeStringField("destination", route.destination());
    writeTexts("evidence", route.evidence().stream().map(Word::code).sorted().toList(), json);
    writeTexts(
        "detections", route.detections().stream().map(UUID::toString).sorted().toList(), json);
  }

  private static void writeDerived(StoredRoute stored, JsonGenerator json) throws IOException {
    json.writeNumberField("length_km", rounded(stored.lengthKm(), 1e3));
    TraffickingRoute.Matching matching = stored.route().matching();
    writeNumber("matched_share", matching == null ? null : rounded(matching.share(), 1e4), json);
    json.writeStringField("border_with", stored.meets().map(at -> at.with().code()).orElse(null));
    writeNumber("border_km", stored.meets().map(at -> rounded(at.km(), 1e4)).orElse(null), json);
    json.writeBooleanField("synthetic", stored.route().synthetic());
    json.writeStringField("unit", stored.unit());
    json.writeStringField("recorded_at", time(stored.recordedAt()));
    json.writeStringField("recorded_by", stored.recordedBy());
    json.writeNumberField("version", stored.version());
  }

  private static void writeTexts(String name, Collection<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void writeNumber(String name, @Nullable Double value, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }

  /** With the offset of Viet Nam. */
  static String time(Instant time) {
    return TIME.format(time.atZone(DetectionFilterQuery.ZONE).toOffsetDateTime());
  }
}
