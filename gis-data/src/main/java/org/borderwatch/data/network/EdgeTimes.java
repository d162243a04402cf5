package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/**
 * Makes edges: measures a line, asks for the heights of its vertices, and reckons how long it takes
 * to walk and to drive along it and back. Thread-safe when its grid is.
 *
 * <p>On foot the line is cut into equal steps of about {@value #STEP_METRES} m ({@code n = max(1,
 * round(length / 100))}), each is walked at the pace of its own slope ({@link WalkingPace}), and
 * back at that of the opposite slope. The step is what smooths the grid: the noise of SRTM, some
 * metres from one post to the next, would make slopes of ten percent and more of flat ground over
 * 30 m, and three percent over 100 m. An edge shorter than half a step is walked as if its slope
 * were that of its two ends over 50 m, for the same reason. Where the height of either end of a
 * step isn't known it is flat. Bridges and tunnels have the slopes of the ground.
 *
 * <p>By vehicle it is length over {@link DrivingSpeed}. Where one may not go the time is infinite.
 */
public final class EdgeTimes {
  private static final double STEP_METRES = 100;
  private static final double SHORTEST_BASE_METRES = 50;

  /** Vertices in one place make no edge of no length: every way costs something. */
  private static final double SHORTEST_METRES = 0.001;

  private static final float[] NO_HEIGHTS = {};

  private final ElevationGrid elevation;

  public EdgeTimes(ElevationGrid elevation) {
    this.elevation = elevation;
  }

  /** Heights of the ground at a position in degrees: metres, NaN where not known. */
  float heightMetres(double lon, double lat) {
    return elevation.heightMetres(lon, lat);
  }

  /**
   * An edge with its length, heights and times.
   *
   * @param lonLat degrees east and north of each vertex in turn
   */
  public NetworkEdge edge(
      int from,
      int to,
      WayClass wayClass,
      @Nullable String name,
      @Nullable String ref,
      @Nullable String surface,
      Passage passage,
      double[] lonLat,
      String sourceRef) {
    double[] along = metresAlong(lonLat);
    double metres = Math.max(along[along.length - 1], SHORTEST_METRES);
    float[] heights = heights(lonLat);
    double[] walk = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    if (passage.walk() || passage.walkBack()) {
      walk = walkSeconds(lonLat, along, metres, heights.length > 0);
    }
    double drive = metres * 3.6 / DrivingSpeed.kmh(wayClass, surface);
    return new NetworkEdge(
        from,
        to,
        wayClass,
        name,
        ref,
        surface,
        lonLat,
        heights,
        metres,
        open(passage.walk(), walk[0]),
        open(passage.walkBack(), walk[1]),
        open(passage.drive(), drive),
        open(passage.driveBack(), drive),
        sourceRef);
  }

  /** The same edge with heights and times of this grid; what is closed stays closed. */
  public NetworkEdge again(NetworkEdge edge) {
    return edge(
        edge.from(),
        edge.to(),
        edge.wayClass(),
        edge.name(),
        edge.ref(),
        edge.surface(),
        new Passage(
            Double.isFinite(edge.walkSeconds()),
            Double.isFinite(edge.walkSecondsBack()),
            Double.isFinite(edge.driveSeconds()),
            Double.isFinite(edge.driveSecondsBack())),
        edge.lonLat(),
        edge.sourceRef());
  }

  private static double open(boolean open, double seconds) {
    return open ? seconds : Double.POSITIVE_INFINITY;
  }

  private static double[] metresAlong(double[] lonLat) {
    double[] along = new double[lonLat.length / 2];
    for (int i = 1; i < along.length; i++) {
      along[i] =
          along[i - 1]
              + GroundLength.metres(
                  lonLat[2 * i - 2], lonLat[2 * i - 1], lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return along;
  }

  /** At each vertex; empty when none is known. */
  private float[] heights(double[] lonLat) {
    if (elevation == ElevationGrid.UNKNOWN) {
      return NO_HEIGHTS;
    }
    float[] heights = new float[lonLat.length / 2];
    boolean known = false;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = elevation.heightMetres(lonLat[2 * i], lonLat[2 * i + 1]);
      known |= !Float.isNaN(heights[i]);
    }
    return known ? heights : NO_HEIGHTS;
  }

  /** There and back. */
  private double[] walkSeconds(double[] lonLat, double[] along, double metres, boolean known) {
    if (!known) {
      double flat = WalkingPace.seconds(metres, 0);
      return new double[] {flat, flat};
    }
    int steps = (int) Math.max(1, Math.round(metres / STEP_METRES));
    double step = metres / steps;
    double base = Math.max(step, SHORTEST_BASE_METRES);
    double there = 0;
    double back = 0;
    float before = elevation.heightMetres(lonLat[0], lonLat[1]);
    int piece = 1;
    for (int i = 1; i <= steps; i++) {
      double at = i == steps ? along[along.length - 1] : i * step;
      while (piece < along.length - 1 && along[piece] < at) {
        piece++;
      }
      float height = heightAt(lonLat, along, piece, at);
      double climb = height - before;
      double slope = Double.isNaN(climb) ? 0 : climb / base;
      there += WalkingPace.seconds(step, slope);
      back += WalkingPace.seconds(step, -slope);
      before = height;
    }
    return new double[] {there, back};
  }

  /** Height on the piece that ends at a vertex, so many metres along the line. */
  private float heightAt(double[] lonLat, double[] along, int vertex, double at) {
    double length = along[vertex] - along[vertex - 1];
    double share = length > 0 ? (at - along[vertex - 1]) / length : 1;
    double lon = lonLat[2 * vertex - 2] + share * (lonLat[2 * vertex] - lonLat[2 * vertex - 2]);
    double lat = lonLat[2 * vertex - 1] + share * (lonLat[2 * vertex + 1] - lonLat[2 * vertex - 1]);
    return elevation.heightMetres(lon, lat);
  }
}
