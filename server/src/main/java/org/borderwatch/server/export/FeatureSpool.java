package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.borderwatch.server.export.ExportFeature.Structured;
import org.borderwatch.server.geo.GeoJsonGeometry;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Features of one export between reading and writing, on disk in a compact form: about 200 bytes a
 * detection. While they are added it is noted what formats have to know before the first feature:
 * attributes, kinds of geometry, bounds, number.
 *
 * <p>First {@link #add} all, then {@link #seal}, then read as often as needed. Not for several
 * threads. Closing removes the file.
 */
final class FeatureSpool implements AutoCloseable {
  /** The most features of one file; more belong into a backup. */
  static final long MOST_FEATURES = 5_000_000;

  /** The most attributes of a feature: formats take 2,000 at most. */
  private static final int MOST_ATTRIBUTES = 1_000;

  /** Told by the property of this name whether a feature is simulated. */
  static final String SYNTHETIC = "synthetic";

  private static final int NULL = -1;
  private static final int BETWEEN_CHECKS = 1_024;
  private static final int BUFFER_BYTES = 1 << 16;

  private enum Tag {
    TRUE,
    FALSE,
    WHOLE,
    NUMBER,
    TEXT,
    STRUCTURED
  }

  private static final Tag[] TAGS = Tag.values();

  private final Path file;
  private final ExportCrs crs;
  private final Deadline deadline;
  private final Optional<Boolean> addedSynthetic;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<ColumnTally> columns = new ArrayList<>();
  private final TreeSet<String> geometryTypes = new TreeSet<>();
  private final Envelope bounds = new Envelope();
  private final WKBWriter wkb = new WKBWriter();
  private final DataOutputStream out;
  private long features;
  private long synthetic;
  private long located;
  private boolean hasIds;

  /**
   * An empty one.
   *
   * @param declared attributes that are there even when no feature has them
   * @param addedSynthetic where features don't say themselves whether they are simulated, this is
   *     added as their property
   */
  FeatureSpool(
      Path file,
      ExportCrs crs,
      List<Field> declared,
      Optional<Boolean> addedSynthetic,
      Deadline deadline)
      throws IOException {
    this.file = file;
    this.crs = crs;
    this.addedSynthetic = addedSynthetic;
    this.deadline = deadline;
    declared.forEach(field -> column(field.name(), field.type()));
    this.out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  private int column(String name, @Nullable String type) {
    Integer known = indexes.get(name);
    if (known != null) {
      return known;
    }
    if (columns.size() == MOST_ATTRIBUTES) {
      throw new ApiException.TooLarge(
          "The features have more than "
              + MOST_ATTRIBUTES
              + " properties, the most that a file can hold; give fewer with the request");
    }
    indexes.put(name, columns.size());
    columns.add(new ColumnTally(name, type));
    return columns.size() - 1;
  }

  /** Adds a feature of GeoJSON in degrees, or in the plane that this stands in. */
  void add(JsonNode feature) throws IOException {
    checkSometimes(features);
    if (++features > MOST_FEATURES) {
      throw new ApiException.TooLarge(
          "More than %,d features; choose a shorter period or a smaller box"
              .formatted(MOST_FEATURES));
    }
    JsonNode id = feature.path("id");
    boolean hasId = id.isValueNode() && !id.isNull();
    hasIds |= hasId;
    writeText(hasId ? id.asText() : null);
    writeGeometry(GeoJsonGeometry.read(feature.path("geometry")));
    JsonNode properties = feature.path("properties");
    boolean adds = addedSynthetic.isPresent() && !properties.has(SYNTHETIC);
    int values = adds ? 1 : 0;
    for (JsonNode value : properties) {
      values += value.isNull() ? 0 : 1;
    }
    out.writeShort(values);
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode value = property.getValue();
      if (value.isNull()) {
        column(property.getKey(), null);
      } else {
        writeValue(property.getKey(), value);
      }
    }
    if (adds) {
      writeValue(SYNTHETIC, BooleanNode.valueOf(addedSynthetic.get()));
    }
  }

  private void checkSometimes(long done) {
    if (done % BETWEEN_CHECKS == 0) {
      deadline.check();
    }
  }

  private void writeGeometry(@Nullable Geometry geometry) throws IOException {
    if (geometry == null) {
      out.writeInt(NULL);
      return;
    }
    located++;
    crs.apply(geometry);
    geometryTypes.add(geometry.getGeometryType());
    bounds.expandToInclude(geometry.getEnvelopeInternal());
    byte[] bytes = wkb.write(geometry);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void writeValue(String name, JsonNode value) throws IOException {
    int column = column(name, null);
    columns.get(column).see(value);
    out.writeShort(column);
    if (value.isBoolean()) {
      writeTag(value.booleanValue() ? Tag.TRUE : Tag.FALSE);
      synthetic += name.equals(SYNTHETIC) && value.booleanValue() ? 1 : 0;
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      writeTag(Tag.WHOLE);
      out.writeLong(value.longValue());
    } else if (value.isNumber()) {
      writeTag(Tag.NUMBER);
      out.writeDouble(value.doubleValue());
    } else if (value.isContainerNode()) {
      writeTag(Tag.STRUCTURED);
      writeText(value.toString());
      writeText(ColumnTally.text(value));
    } else {
      writeTag(Tag.TEXT);
      writeText(value.asText());
    }
  }

  private void writeTag(Tag tag) throws IOException {
    out.writeByte(tag.ordinal());
  }

  private void writeText(@Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  /** Ends adding. */
  void seal() throws IOException {
    out.close();
  }

  /** How many features there are. */
  long features() {
    return features;
  }

  /** How many of them say that they are simulated. */
  long synthetic() {
    return synthetic;
  }

  /** How many of them have a geometry. */
  long located() {
    return located;
  }

  /** Whether any has an id. */
  boolean hasIds() {
    return hasIds;
  }

  /** What holds all their geometries; any, while there are none. */
  GeometryKind kind() {
    return features == 0 ? GeometryKind.MIXED : GeometryKind.of(geometryTypes);
  }

  /** Where they lie; nowhere when none has a geometry. */
  Envelope bounds() {
    return bounds.copy();
  }

  ExportCrs crs() {
    return crs;
  }

  /** Their attributes: the declared ones, then others as they were met. */
  List<Attribute> attributes() {
    return columns.stream().map(ColumnTally::attribute).toList();
  }

  /** Gives every feature to {@code sink}, in the order in which they were added. */
  void forEach(ExportFeature.Sink sink) throws IOException {
    Attribute.Type[] types =
        attributes().stream().map(Attribute::type).toArray(Attribute.Type[]::new);
    WKBReader reader = new WKBReader();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
      for (long i = 0; i < features; i++) {
        checkSometimes(i);
        sink.take(read(in, reader, types));
      }
    }
  }

  private static ExportFeature read(DataInputStream in, WKBReader reader, Attribute.Type[] types)
      throws IOException {
    String id = readText(in);
    Geometry geometry = readGeometry(in, reader);
    @Nullable Object[] values = new @Nullable Object[types.length];
    int given = in.readUnsignedShort();
    for (int i = 0; i < given; i++) {
      int column = in.readUnsignedShort();
      values[column] = fitted(readValue(in), types[column]);
    }
    return new ExportFeature(id, geometry, Arrays.asList(values));
  }

  private static @Nullable Geometry readGeometry(DataInputStream in, WKBReader reader)
      throws IOException {
    int length = in.readInt();
    if (length == NULL) {
      return null;
    }
    try {
      return reader.read(in.readNBytes(length));
    } catch (ParseException e) {
      throw new IOException("a spooled geometry can't be read", e);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static Object readValue(DataInputStream in) throws IOException {
    Tag tag = TAGS[in.readUnsignedByte()];
    return switch (tag) {
      case TRUE -> true;
      case FALSE -> false;
      case WHOLE -> in.readLong();
      case NUMBER -> in.readDouble();
      case TEXT -> String.valueOf(readText(in));
      case STRUCTURED -> new Structured(String.valueOf(readText(in)), String.valueOf(readText(in)));
    };
  }

  private static Object fitted(Object value, Attribute.Type type) {
    if (type == Attribute.Type.NUMBER && value instanceof Long whole) {
      return whole.doubleValue();
    }
    boolean textual = value instanceof String || value instanceof Structured;
    boolean wantsText =
        type == Attribute.Type.TEXT || type == Attribute.Type.DATE || type == Attribute.Type.TIME;
    return wantsText && !textual ? value.toString() : value;
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
