package org.borderwatch.server.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.borderwatch.server.export.ExportFeature.Structured;
import org.borderwatch.server.geo.GeoJsonGeometry;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * GeoJSON of RFC 7946. Where its origin is told stands before the features: {@code name}, {@code
 * attribution}, {@code note}, {@code synthetic}, {@code timeStamp}, and the {@code summary} of an
 * analysis. In metres, which the RFC doesn't know, it carries the member {@code crs} of GeoJSON
 * 2008, which GDAL and QGIS read.
 */
final class GeoJsonFile implements ExportFile {
  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      head(layer, json);
      json.writeArrayFieldStart("features");
      features.forEach(
          feature -> {
            json.writeRaw('\n');
            feature(feature, layer.attributes(), json);
          });
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void head(ExportLayer layer, JsonGenerator json) throws IOException {
    Provenance from = layer.provenance();
    json.writeStringField("name", layer.name());
    if (!layer.crs().isDegrees() && layer.crs().isKnown()) {
      json.writeObjectFieldStart("crs");
      json.writeStringField("type", "name");
      json.writeObjectFieldStart("properties");
      json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + layer.crs().epsg());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeStringField("attribution", from.attribution());
    json.writeStringField("note", from.note());
    json.writeBooleanField("synthetic", from.isSynthetic());
    json.writeStringField("timeStamp", from.made().toString());
    if (layer.summary().isPresent()) {
      json.writeFieldName("summary");
      json.writeTree(layer.summary().get());
    }
  }

  private static void feature(ExportFeature feature, List<Attribute> attributes, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (feature.id() != null) {
      json.writeStringField("id", feature.id());
    }
    json.writeFieldName("geometry");
    GeoJsonGeometry.write(feature.geometry(), json);
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < attributes.size(); i++) {
      json.writeFieldName(attributes.get(i).name());
      value(feature.values().get(i), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void value(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value instanceof Structured structured) {
      json.writeRawValue(structured.json());
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
