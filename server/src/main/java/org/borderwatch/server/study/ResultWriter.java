package org.borderwatch.server.study;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes a result as JSON straight into bytes, without a tree of it in memory. A number that isn't
 * finite is written as null. Not for several threads.
 */
public final class ResultWriter {
  private static final double DEGREES = 1e6;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final JsonGenerator json;

  /** A document whose first object is open. */
  public ResultWriter() {
    try {
      json = Json.MAPPER.createGenerator(bytes);
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writing into memory doesn't fail. */
  private interface Step {
    void write() throws IOException;
  }

  private ResultWriter step(Step step) {
    try {
      step.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document that is a FeatureCollection, whose list of features is open. */
  public static ResultWriter featureCollection() {
    return new ResultWriter().text("type", "FeatureCollection").openList("features");
  }

  public ResultWriter open(String name) {
    return step(() -> json.writeObjectFieldStart(name));
  }

  /** Opens an object in a list. */
  public ResultWriter open() {
    return step(json::writeStartObject);
  }

  public ResultWriter close() {
    return step(json::writeEndObject);
  }

  public ResultWriter openList(String name) {
    return step(() -> json.writeArrayFieldStart(name));
  }

  public ResultWriter closeList() {
    return step(json::writeEndArray);
  }

  /** Opens a feature; its geometry and its properties follow. */
  public ResultWriter openFeature() {
    return open().text("type", "Feature");
  }

  /** Closes properties and feature. */
  public ResultWriter closeFeature() {
    return close().close();
  }

  public ResultWriter text(String name, @Nullable String value) {
    return step(() -> json.writeStringField(name, value));
  }

  public ResultWriter number(String name, double value) {
    return step(
        () -> {
          json.writeFieldName(name);
          write(value);
        });
  }

  public ResultWriter whole(String name, long value) {
    return step(() -> json.writeNumberField(name, value));
  }

  public ResultWriter truth(String name, boolean value) {
    return step(() -> json.writeBooleanField(name, value));
  }

  public ResultWriter nothing(String name) {
    return step(() -> json.writeNullField(name));
  }

  /** What came with the request, as it came; nothing when it isn't there. */
  public ResultWriter asItCame(String name, @Nullable JsonNode value) {
    return value == null || value.isMissingNode()
        ? this
        : step(
            () -> {
              json.writeFieldName(name);
              json.writeTree(value);
            });
  }

  /** Numbers {@code from} to before {@code until} of {@code values}. */
  public ResultWriter numbers(String name, double[] values, int from, int until) {
    openList(name);
    for (int i = from; i < until; i++) {
      double value = values[i];
      step(() -> write(value));
    }
    return closeList();
  }

  /** The same of numbers that are whole. */
  public ResultWriter wholes(String name, double[] values, int from, int until) {
    openList(name);
    for (int i = from; i < until; i++) {
      long value = Math.round(values[i]);
      step(() -> json.writeNumber(value));
    }
    return closeList();
  }

  public ResultWriter wholes(String name, int[] values) {
    return step(
        () -> {
          json.writeFieldName(name);
          json.writeArray(values, 0, values.length);
        });
  }

  public ResultWriter texts(String name, Iterable<?> values) {
    openList(name);
    values.forEach(value -> step(() -> json.writeString(value.toString())));
    return closeList();
  }

  /** A list in a list. */
  public ResultWriter row(double[] values, int from, int until, boolean whole) {
    step(json::writeStartArray);
    for (int i = from; i < until; i++) {
      double value = values[i];
      step(
          () -> {
            if (whole) {
              json.writeNumber(Math.round(value));
            } else {
              write(value);
            }
          });
    }
    return closeList();
  }

  /** A polygon by its outer ring in degrees, written to 1e-6. */
  public ResultWriter polygon(double[] ringDegrees) {
    return step(
        () -> {
          json.writeObjectFieldStart("geometry");
          json.writeStringField("type", "Polygon");
          json.writeArrayFieldStart("coordinates");
          json.writeStartArray();
          for (int i = 0; i < ringDegrees.length; i += 2) {
            position(ringDegrees[i], ringDegrees[i + 1]);
          }
          json.writeEndArray();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** A point in degrees, written to 1e-6. */
  public ResultWriter point(double lon, double lat) {
    return step(
        () -> {
          json.writeObjectFieldStart("geometry");
          json.writeStringField("type", "Point");
          json.writeFieldName("coordinates");
          position(lon, lat);
          json.writeEndObject();
        });
  }

  /** A line in degrees, written to 1e-6, by first and second coordinates in turn. */
  public ResultWriter line(double[] lonLat) {
    return line(lonLat, true);
  }

  /** A line whose coordinates stay as they are. */
  public ResultWriter lineAsItStands(double[] xy) {
    return line(xy, false);
  }

  private ResultWriter line(double[] xy, boolean inDegrees) {
    return step(
        () -> {
          json.writeObjectFieldStart("geometry");
          json.writeStringField("type", "LineString");
          json.writeArrayFieldStart("coordinates");
          for (int i = 0; i < xy.length; i += 2) {
            if (inDegrees) {
              position(xy[i], xy[i + 1]);
            } else {
              json.writeArray(xy, i, 2);
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void position(double lon, double lat) throws IOException {
    json.writeStartArray();
    json.writeNumber(Math.rint(lon * DEGREES) / DEGREES);
    json.writeNumber(Math.rint(lat * DEGREES) / DEGREES);
    json.writeEndArray();
  }

  private void write(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  /** Closes the first object; the document. */
  public byte[] finish() {
    step(json::writeEndObject);
    step(json::close);
    return bytes.toByteArray();
  }
}
