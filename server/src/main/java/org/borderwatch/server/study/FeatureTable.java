package org.borderwatch.server.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.SpreadsheetCell;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.DerivedForm;
import org.jspecify.annotations.Nullable;

/**
 * The features of a result as a table for spreadsheets: CSV of RFC 4180 in UTF-8, with the mark by
 * which Excel knows that it is. A row is a feature.
 *
 * <ul>
 *   <li>{@code id}; without one the number of the row, from 1.
 *   <li>{@code lon} and {@code lat} of its point, or of its centroid, to 1e-6 degrees. What came as
 *       metres of a plane stands as {@code x} and {@code y}.
 *   <li>Its properties in their order, those of the first feature; lists joined by semicolons,
 *       objects and lists of lists left out.
 *   <li>{@code unit}, {@code period_from}, {@code period_to} and {@code synthetic} of the whole
 *       result, so that rows of several can be put together. The method stands in the summary of
 *       the GeoJSON; the name of the file begins with the process.
 * </ul>
 *
 * Texts that a spreadsheet would take for formulas are made harmless. One feature at a time is in
 * memory.
 */
public final class FeatureTable {
  public static final DerivedForm FORM =
      new DerivedForm("text/csv", "application/geo+json", FeatureTable::of);

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int DECIMALS = 6;

  /** Columns of the whole result; a property of the same name says nothing else. */
  private static final List<String> OF_ALL =
      List.of("unit", "period_from", "period_to", "synthetic");

  private final CsvWriter csv;
  private final JsonNode summary;
  private final List<String> properties = new ArrayList<>();
  private int rows;

  private FeatureTable(CsvWriter csv, JsonNode summary) {
    this.csv = csv;
    this.summary = summary;
  }

  /** The table of a FeatureCollection with a summary, as {@link ResultWriter} writes it. */
  static byte[] of(byte[] geoJson) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(geoJson.length / 4 + 64);
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      out.write(BYTE_ORDER_MARK);
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      new FeatureTable(csv, Json.member(geoJson, "summary").orElseThrow()).write(geoJson);
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(byte[] geoJson) throws IOException {
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
          feature(Json.MAPPER.readTree(parser));
        }
      }
    }
    if (rows == 0) {
      header(null);
    }
  }

  private void header(double @Nullable [] first) {
    boolean plane = isPlane(first);
    List<String> names = new ArrayList<>(List.of("id", plane ? "x" : "lon", plane ? "y" : "lat"));
    names.addAll(properties);
    names.addAll(OF_ALL);
    csv.writeRecord(names);
  }

  private boolean isPlane(double @Nullable [] at) {
    return summary.path("distance").asText().equals(InlinePlane.WITHOUT_CRS)
        || (at != null && (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90));
  }

  private void feature(JsonNode feature) {
    double[] at = RepresentativePoint.of(feature.path("geometry"));
    JsonNode given = feature.path("properties");
    if (rows++ == 0) {
      for (Map.Entry<String, JsonNode> property : given.properties()) {
        if (hasCell(property.getValue()) && !OF_ALL.contains(property.getKey())) {
          properties.add(property.getKey());
        }
      }
      header(at);
    }
    List<String> cells = new ArrayList<>(properties.size() + 7);
    cells.add(feature.hasNonNull("id") ? cell(feature.get("id")) : Integer.toString(rows));
    cells.add(at == null ? "" : plain(at[0]));
    cells.add(at == null ? "" : plain(at[1]));
    for (String property : properties) {
      cells.add(cell(given.path(property)));
    }
    cells.add(cell(summary.path("unit")));
    cells.add(cell(summary.at("/period/from")));
    cells.add(cell(summary.at("/period/to")));
    cells.add(cell(summary.path("synthetic")));
    csv.writeRecord(cells);
  }

  private static boolean hasCell(JsonNode value) {
    return !value.isObject() && !value.path(0).isContainerNode();
  }

  private static String plain(double coordinate) {
    return BigDecimal.valueOf(coordinate)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static String cell(JsonNode value) {
    if (value.isArray()) {
      return list(value);
    }
    String text = text(value);
    return value.isTextual() ? SpreadsheetCell.harmless(text) : text;
  }

  private static String list(JsonNode values) {
    List<String> texts = new ArrayList<>(values.size());
    boolean textual = false;
    for (JsonNode value : values) {
      texts.add(text(value));
      textual |= value.isTextual();
    }
    String joined = String.join(";", texts);
    return textual ? SpreadsheetCell.harmless(joined) : joined;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
