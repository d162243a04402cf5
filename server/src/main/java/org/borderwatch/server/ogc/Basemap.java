package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.place.LandArea;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.LastAnswer;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.Json;

/**
 * What the page draws under everything else, with no internet: border and its kilometres, land,
 * gates, stations, towns.
 *
 * <p>Border and land never change while the server runs, so they are made once, in the background;
 * the rest is read from the database each time, and stays as it was while that is away.
 * Thread-safe.
 */
final class Basemap {
  private static final String TABLES = SqlText.of(Basemap.class, "basemap.sql");
  private static final double LINE_TOLERANCE_METRES = 100;
  private static final int KILOMETRES_APART = 20;

  private final LastAnswer<Map<String, String>> tables;
  private final CompletableFuture<Map<String, Object>> fixed;

  Basemap(Database database, ReferenceLayers layers) {
    this.tables = new LastAnswer<>(database.inquiry(), () -> tables(database));
    this.fixed = CompletableFuture.supplyAsync(() -> fixed(layers));
  }

  /** The document in JSON. */
  byte[] json() throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 19);
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<String, String> table : tables.get().entrySet()) {
        json.writeFieldName(table.getKey());
        json.writeRawValue(table.getValue());
      }
      for (Map.Entry<String, Object> member : fixed.join().entrySet()) {
        json.writePOJOField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Gates, stations and towns, each as an array in JSON. */
  private static Map<String, String> tables(Database database) {
    return database
        .promptJdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(TABLES)
                    .map(
                        (row, ctx) -> {
                          Map<String, String> tables = new LinkedHashMap<>();
                          for (String table : List.of("gates", "stations", "places")) {
                            tables.put(table, row.getString(table));
                          }
                          return tables;
                        })
                    .one());
  }

  private static Map<String, Object> fixed(ReferenceLayers layers) {
    LandBorder border = layers.border();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("border", border.lines().stream().map(Basemap::line).toList());
    members.put(
        "kilometres", border.lines().stream().flatMap(line -> kilometres(line).stream()).toList());
    Stretch stretch = Units.LANG_SON_BORDER;
    members.put(
        "stretch",
        Map.of("with", stretch.with().code(), "fromKm", stretch.fromKm(), "toKm", stretch.toKm()));
    members.put(
        "attribution",
        List.of("Biên giới © OpenStreetMap (ODbL)", "Địa danh © GeoNames (CC BY 4.0)"));
    List<List<double[][]>> polygons =
        LandArea.rings(border, layers.places()).stream()
            .map(ring -> Collections.singletonList(positions(ring)))
            .toList();
    members.put("land", Map.of("type", "MultiPolygon", "coordinates", polygons));
    return members;
  }

  private static Map<String, Object> line(BorderLine line) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("with", line.with().code());
    one.put("lengthKm", line.lengthKm());
    one.put("line", positions(line.simplified(LINE_TOLERANCE_METRES)));
    return one;
  }

  /** A tick every 20 km: where it stands and in which direction the line runs there. */
  private static List<Map<String, Object>> kilometres(BorderLine line) {
    List<Map<String, Object>> ticks = new ArrayList<>();
    for (int km = KILOMETRES_APART; km < line.lengthKm(); km += KILOMETRES_APART) {
      LonLat at = line.pointAt(km);
      Map<String, Object> tick = new LinkedHashMap<>();
      tick.put("with", line.with().code());
      tick.put("km", km);
      tick.put("lon", rounded(at.lon(), 1e5));
      tick.put("lat", rounded(at.lat(), 1e5));
      tick.put("bearing", bearing(line.pointAt(km - 0.5), line.pointAt(km + 0.5)));
      ticks.add(tick);
    }
    return ticks;
  }

  /** Degrees clockwise from north; right enough over a kilometre. */
  private static double bearing(LonLat from, LonLat to) {
    double east = (to.lon() - from.lon()) * Math.cos(Math.toRadians(from.lat()));
    double degrees = Math.toDegrees(Math.atan2(east, to.lat() - from.lat()));
    return rounded((degrees + 360) % 360, 10);
  }

  private static double[][] positions(List<LonLat> points) {
    return points.stream()
        .map(point -> new double[] {rounded(point.lon(), 1e5), rounded(point.lat(), 1e5)})
        .toArray(double[][]::new);
  }

  private static double rounded(double value, double perUnit) {
    return Math.rint(value * perUnit) / perUnit;
  }
}
