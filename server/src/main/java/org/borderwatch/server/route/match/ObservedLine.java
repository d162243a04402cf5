package org.borderwatch.server.route.match;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.LonLat;

/**
 * A line as it was drawn or recorded, with metres along it, and the places on it that are looked
 * at: its ends and every {@code stepMetres} between them. A position that lies nearer to the last
 * place than half a step tells nothing more (Newson and Krumm 2009, section 4.1 leave such out),
 * and where positions are further apart the straight line between them is what was said.
 */
final class ObservedLine {
  private final List<LonLat> positions;
  private final double[] metres;
  private final List<Place> places = new ArrayList<>();

  /**
   * A place on the line.
   *
   * @param metres along the line from its begin
   * @param breaks whether nobody knows what lies between it and the place before
   */
  record Place(LonLat at, double metres, boolean breaks) {}

  /**
   * @param breaks by position: whether nobody knows what lies between it and the one before
   */
  ObservedLine(List<LonLat> positions, boolean[] breaks, double stepMetres) {
    this.positions = positions;
    this.metres = new double[positions.size()];
    places.add(new Place(positions.get(0), 0, false));
    double last = 0;
    for (int i = 1; i < positions.size(); i++) {
      double leg = positions.get(i - 1).metresTo(positions.get(i));
      metres[i] = metres[i - 1] + leg;
      if (breaks[i]) {
        places.add(new Place(positions.get(i), metres[i], true));
        last = metres[i];
        continue;
      }
      while (metres[i] - last > stepMetres) {
        last = Math.max(last + stepMetres, metres[i - 1]);
        double share = leg > 0 ? (last - metres[i - 1]) / leg : 0;
        places.add(new Place(between(positions.get(i - 1), positions.get(i), share), last, false));
      }
      boolean end = i == positions.size() - 1;
      if (metres[i] - last > stepMetres / 2 || end) {
        places.add(new Place(positions.get(i), metres[i], false));
        last = metres[i];
      }
    }
  }

  List<Place> places() {
    return places;
  }

  double lengthMetres() {
    return metres[metres.length - 1];
  }

  /** The line between two places on it, as it was drawn. */
  List<LonLat> between(Place from, Place to) {
    List<LonLat> part = new ArrayList<>();
    part.add(from.at());
    for (int i = 0; i < metres.length; i++) {
      if (metres[i] > from.metres() && metres[i] < to.metres()) {
        part.add(positions.get(i));
      }
    }
    part.add(to.at());
    return part;
  }

  private static LonLat between(LonLat a, LonLat b, double share) {
    return new LonLat(a.lon() + share * (b.lon() - a.lon()), a.lat() + share * (b.lat() - a.lat()));
  }
}
