package org.borderwatch.server.patrol.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * How long tracks were inside a shape during a time: exact pieces of each segment, walked evenly.
 * Two tracks at once count once. O(segments) with one intersection for each that meets the shape.
 */
final class TimeInside {
  private static final GeometryFactory METRES = new GeometryFactory();

  private final Geometry shape;
  private final PreparedGeometry prepared;
  private final Envelope box;

  /** In a polygon in metres. */
  TimeInside(Geometry shape) {
    this.shape = shape;
    this.prepared = PreparedGeometryFactory.prepare(shape);
    this.box = shape.getEnvelopeInternal();
  }

  /** Whether a place in metres lies inside. */
  boolean holds(double east, double north) {
    return box.contains(east, north)
        && prepared.covers(METRES.createPoint(new Coordinate(east, north)));
  }

  /** Minutes between two moments, in seconds of the epoch, in which some leg was inside. */
  double minutes(Iterable<WalkedTrack.Leg> legs, double from, double until) {
    List<double[]> spans = new ArrayList<>();
    for (WalkedTrack.Leg leg : legs) {
      double[] at = leg.seconds();
      for (int i = 0; i + 1 < at.length; i++) {
        if (at[i] < until && at[i + 1] > from && at[i] < at[i + 1]) {
          addSpans(leg, i, from, until, spans);
        }
      }
    }
    return union(spans) / 60;
  }

  private void addSpans(
      WalkedTrack.Leg leg, int i, double from, double until, List<double[]> spans) {
    double begin = leg.seconds()[i];
    double lasts = leg.seconds()[i + 1] - begin;
    Coordinate a = new Coordinate(leg.metres()[2 * i], leg.metres()[2 * i + 1]);
    Coordinate b = new Coordinate(leg.metres()[2 * i + 2], leg.metres()[2 * i + 3]);
    if (!box.intersects(a, b)) {
      return;
    }
    double length = a.distance(b);
    if (length == 0) {
      if (holds(a.x, a.y)) {
        add(spans, begin, begin + lasts, from, until);
      }
      return;
    }
    LineString segment = METRES.createLineString(new Coordinate[] {a, b});
    if (prepared.covers(segment)) {
      add(spans, begin, begin + lasts, from, until);
    } else if (prepared.intersects(segment)) {
      Geometry inside = shape.intersection(segment);
      for (int part = 0; part < inside.getNumGeometries(); part++) {
        Coordinate[] ends = inside.getGeometryN(part).getCoordinates();
        double one = a.distance(ends[0]) / length;
        double other = a.distance(ends[ends.length - 1]) / length;
        add(
            spans,
            begin + lasts * Math.min(one, other),
            begin + lasts * Math.max(one, other),
            from,
            until);
      }
    }
  }

  private static void add(
      List<double[]> spans, double begin, double end, double from, double until) {
    double first = Math.max(begin, from);
    double last = Math.min(end, until);
    if (first < last) {
      spans.add(new double[] {first, last});
    }
  }

  private static double union(List<double[]> spans) {
    spans.sort(Comparator.comparingDouble(span -> span[0]));
    double seconds = 0;
    double covered = Double.NEGATIVE_INFINITY;
    for (double[] span : spans) {
      seconds += Math.max(0, span[1] - Math.max(span[0], covered));
      covered = Math.max(covered, span[1]);
    }
    return seconds;
  }
}
