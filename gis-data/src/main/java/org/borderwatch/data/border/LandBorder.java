package org.borderwatch.data.border;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.Word;

/**
 * The land border of Viet Nam: its three lines and the side a point is on.
 *
 * <p>Source: OpenStreetMap (ODbL 1.0) by way of timezone-boundary-builder; see {@code
 * layers/border}. {@link #load()} reads it from the class path in about half a second; load once
 * and pass it on.
 */
public final class LandBorder {
  private final Map<Neighbour, BorderLine> lines;
  private final InsideVietNam inside;

  private LandBorder(Map<Neighbour, BorderLine> lines, InsideVietNam inside) {
    this.lines = lines;
    this.inside = inside;
  }

  /** Reads the layer that comes with the program. */
  public static LandBorder load() {
    Map<Neighbour, BorderLine> lines = new EnumMap<>(Neighbour.class);
    for (JsonNode feature : new LayerFile("border/border.geojson.gz").json().get("features")) {
      BorderLine line = line(feature);
      lines.put(line.with(), line);
    }
    return new LandBorder(
        lines, new InsideVietNam(rings(new LayerFile("border/side.geojson.gz").json())));
  }

  /** The line with one neighbour. */
  public BorderLine line(Neighbour with) {
    return Objects.requireNonNull(lines.get(with));
  }

  /** The three lines, in the order of {@link Neighbour}. */
  public List<BorderLine> lines() {
    return List.copyOf(lines.values());
  }

  /**
   * Whether a point on land is inside Viet Nam. Territorial sea counts as inside; islands far out
   * and the sea itself are not what this layer is for.
   */
  public boolean isInside(double lon, double lat) {
    return inside.contains(lon, lat);
  }

  private static BorderLine line(JsonNode feature) {
    Neighbour with =
        Word.byCode(Neighbour.class, feature.get("properties").get("with").asText()).orElseThrow();
    JsonNode positions = feature.get("geometry").get("coordinates");
    return new BorderLine(with, ordinates(positions, 0), ordinates(positions, 1));
  }

  private static List<double[][]> rings(JsonNode feature) {
    List<double[][]> rings = new ArrayList<>();
    for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
      for (JsonNode ring : polygon) {
        rings.add(new double[][] {ordinates(ring, 0), ordinates(ring, 1)});
      }
    }
    return rings;
  }

  private static double[] ordinates(JsonNode positions, int axis) {
    double[] values = new double[positions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = positions.get(i).get(axis).asDouble();
    }
    return values;
  }
}
