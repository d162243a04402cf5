package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.borderwatch.data.Word;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.StoredDetection;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.jspecify.annotations.Nullable;

/** A stored detection as a GeoJSON feature; times with the offset of Viet Nam. */
final class DetectionFeature {
  /** Its properties, in the order in which they are written. */
  static final List<Field> FIELDS =
      List.of(
          new Field("source_ref", "string"),
          new Field("observed_at", "string"),
          new Field("accuracy_m", "number"),
          new Field("direction", "string"),
          new Field("setting", "string"),
          new Field("source", "string"),
          new Field("outcome", "string"),
          new Field("persons", "integer"),
          new Field("women", "integer"),
          new Field("children", "integer"),
          new Field("indicators", "array"),
          new Field("origin", "string"),
          new Field("station", "string"),
          new Field("station_derived", "boolean"),
          new Field("border_with", "string"),
          new Field("border_km", "number"),
          new Field("border_offset_m", "number"),
          new Field("synthetic", "boolean"),
          new Field("recorded_at", "string"),
          new Field("recorded_by", "string"),
          new Field("version", "integer"));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private DetectionFeature() {}

  /** The feature alone, with the tag of its version. */
  static FeatureSource.Feature of(StoredDetection detection) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      write(detection, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FeatureSource.Feature(text.toString(), EntityTag.ofVersion(detection.version()));
  }

  static void write(StoredDetection detection, JsonGenerator json) throws IOException {
    Detection seen = detection.seen();
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", detection.id().toString());
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(seen.lon());
    json.writeNumber(seen.lat());
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    writeSeen(seen, json);
    writeDerived(detection, json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeSeen(Detection seen, JsonGenerator json) throws IOException {
    json.writeStringField("source_ref", seen.sourceRef());
    json.writeStringField("observed_at", time(seen.observedAt()));
    writeNumber(json, "accuracy_m", seen.accuracyM());
    json.writeStringField("direction", seen.direction().code());
    json.writeStringField("setting", seen.setting().code());
    json.writeStringField("source", seen.source().code());
    json.writeStringField("outcome", seen.outcome().code());
    json.writeNumberField("persons", seen.persons());
    writeCount(json, "women", seen.women());
    writeCount(json, "children", seen.children());
    json.writeArrayFieldStart("indicators");
    for (String code : seen.indicators().stream().map(Word::code).sorted().toList()) {
      json.writeString(code);
    }
    json.writeEndArray();
    json.writeStringField("origin", seen.origin());
  }

  private static void writeDerived(StoredDetection detection, JsonGenerator json)
      throws IOException {
    json.writeStringField("station", detection.responsibleStation());
    json.writeBooleanField("station_derived", detection.seen().station() == null);
    json.writeStringField("border_with", detection.border().with().code());
    json.writeNumberField("border_km", Math.round(detection.border().km() * 1e4) / 1e4);
    json.writeNumberField("border_offset_m", Math.round(detection.border().offsetM() * 10) / 10.0);
    json.writeBooleanField("synthetic", detection.synthetic());
    json.writeStringField("recorded_at", time(detection.recordedAt()));
    json.writeStringField("recorded_by", detection.recordedBy());
    json.writeNumberField("version", detection.version());
  }

  private static String time(Instant time) {
    return TIME.format(time.atZone(DetectionFilterQuery.ZONE).toOffsetDateTime());
  }

  private static void writeNumber(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static void writeCount(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
