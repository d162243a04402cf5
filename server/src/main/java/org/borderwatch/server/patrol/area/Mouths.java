package org.borderwatch.server.patrol.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/**
 * Finds where roads and trails come within {@value #NEAR_METRES} m of the border: of each way its
 * place nearest to the line, and of such places within {@value #APART_METRES} m of each other one.
 * Microseconds a vertex near the line.
 */
public final class Mouths {
  private static final double NEAR_METRES = 300;
  private static final double APART_METRES = 200;
  private static final double MARGIN_DEGREES = 0.01;
  private static final double BOX_KM = 5;

  private Mouths() {}

  /** Those between two kilometres of a line, from west to east. */
  public static List<Mouth> of(
      RoadNetwork network, BorderLocator locator, BorderLine line, double fromKm, double untilKm) {
    TreeMap<Integer, Found> nearest = new TreeMap<>();
    for (double km = fromKm; km < untilKm; km += BOX_KM) {
      double[] box = box(line.between(km, Math.min(untilKm, km + BOX_KM)));
      network.edgesIn(
          box[0],
          box[1],
          box[2],
          box[3],
          edge ->
              nearest.computeIfAbsent(edge, any -> nearest(network, locator, line.with(), any)));
    }
    List<Found> found =
        nearest.values().stream()
            .filter(one -> one.metres() <= NEAR_METRES)
            .filter(one -> one.mouth().km() >= fromKm && one.mouth().km() <= untilKm)
            .sorted(Comparator.comparingDouble(one -> one.mouth().km()))
            .toList();
    List<Mouth> mouths = new ArrayList<>();
    for (int i = 0; i < found.size(); ) {
      Found best = found.get(i);
      double begin = best.mouth().km();
      for (; i < found.size() && found.get(i).mouth().km() - begin <= APART_METRES / 1000; i++) {
        best = found.get(i).metres() < best.metres() ? found.get(i) : best;
      }
      mouths.add(best.mouth());
    }
    return mouths;
  }

  private record Found(Mouth mouth, double metres) {}

  private static double[] box(List<LonLat> piece) {
    double[] box = {180, 90, -180, -90};
    for (LonLat at : piece) {
      box[0] = Math.min(box[0], at.lon() - MARGIN_DEGREES);
      box[1] = Math.min(box[1], at.lat() - MARGIN_DEGREES);
      box[2] = Math.max(box[2], at.lon() + MARGIN_DEGREES);
      box[3] = Math.max(box[3], at.lat() + MARGIN_DEGREES);
    }
    return box;
  }

  private static Found nearest(
      RoadNetwork network, BorderLocator locator, Neighbour with, int edge) {
    Found best = new Found(new Mouth(0, 0, 0, 0), Double.POSITIVE_INFINITY);
    if (!network.isOpen(edge, Weight.WALK_SECONDS)) {
      return best;
    }
    int vertices = network.vertices(edge);
    for (int i = 0; i < vertices; i++) {
      double lon = network.vertexLon(edge, i);
      double lat = network.vertexLat(edge, i);
      BorderPosition at = locator.locate(lon, lat);
      double metres = Math.abs(at.offsetM());
      if (at.with() == with && metres < best.metres()) {
        int node = 2 * i < vertices ? network.from(edge) : network.to(edge);
        best = new Found(new Mouth(at.km(), lon, lat, node), metres);
      }
    }
    return best;
  }
}
