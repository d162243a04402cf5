package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.EdgeTimes;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.Passage;
import org.borderwatch.data.network.WayClass;

/** How ways run between the places of a mesh: not straight, and the same both ways. */
final class WayShapes {
  private static final double SWAY = 0.11;

  private final long seed;
  private final Mesh mesh;
  private final EdgeTimes times;

  WayShapes(long seed, Mesh mesh) {
    this.seed = seed;
    this.mesh = mesh;
    Relief relief = new Relief(seed);
    this.times = new EdgeTimes((lon, lat) -> (float) relief.heightMetres(lon, lat));
  }

  /** The line along neighbouring places, with two bends between each two. */
  List<LonLat> along(List<Integer> places) {
    List<LonLat> line = new ArrayList<>();
    line.add(mesh.place(places.get(0)));
    for (int i = 1; i < places.size(); i++) {
      int a = places.get(i - 1);
      int b = places.get(i);
      boolean turned = a > b;
      LonLat one = bend(Math.min(a, b), Math.max(a, b), 0);
      LonLat two = bend(Math.min(a, b), Math.max(a, b), 1);
      line.add(turned ? two : one);
      line.add(turned ? one : two);
      line.add(mesh.place(b));
    }
    return line;
  }

  private LonLat bend(int lower, int higher, int which) {
    LonLat a = mesh.place(lower);
    LonLat b = mesh.place(higher);
    Draws draws = Draws.of(seed, Draws.Link.WAYS, LaidWays.key(lower, higher) * 2 + which + 1);
    double t = (which + 1) / 3.0 + draws.between(-0.06, 0.06);
    double sway = draws.between(-SWAY, SWAY);
    double lonMetres = LineFrame.lonMetres((a.lat() + b.lat()) / 2);
    double x = (b.lon() - a.lon()) * lonMetres;
    double y = (b.lat() - a.lat()) * LineFrame.METRES_PER_DEGREE_LAT;
    return new LonLat(
        a.lon() + (t * x - sway * y) / lonMetres,
        a.lat() + (t * y + sway * x) / LineFrame.METRES_PER_DEGREE_LAT);
  }

  static double[] degrees(List<LonLat> line) {
    double[] lonLat = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      lonLat[2 * i] = line.get(i).lon();
      lonLat[2 * i + 1] = line.get(i).lat();
    }
    return lonLat;
  }

  /** An edge with its heights and times on the relief of the demo. */
  NetworkEdge edge(int from, int to, LaidWays.Kind kind, List<LonLat> line, String sourceRef) {
    boolean driven = kind.wayClass().compareTo(WayClass.TRACK) <= 0;
    return times.edge(
        from,
        to,
        kind.wayClass(),
        null,
        kind.ref(),
        kind.surface(),
        new Passage(true, true, driven, driven),
        degrees(line),
        sourceRef);
  }
}
