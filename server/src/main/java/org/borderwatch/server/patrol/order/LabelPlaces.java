package org.borderwatch.server.patrol.order;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for labels on a map, so that none lies on another or on a symbol. Labels are asked
 * for by their importance: each takes the first free of the places around its point (Imhof 1962,
 * Die Anordnung der Namen in der Karte), nearest first; what finds none is left out. O(labels²).
 */
final class LabelPlaces {
  /** Around a point: right above first, as one reads on from there. Shares of width and height. */
  private static final double[][] AROUND = {
    {0, -1}, {0, 0}, {-1, -1}, {-1, 0}, {-0.5, -1}, {-0.5, 0}, {0, -0.5}, {-1, -0.5}
  };

  private static final double[] FARTHER = {1, 2.2, 3.6};

  private final Rectangle2D sheet;
  private final List<Rectangle2D> taken = new ArrayList<>();

  LabelPlaces(Rectangle2D sheet) {
    this.sheet = sheet;
  }

  /** Nothing may lie here. */
  void block(Rectangle2D box) {
    taken.add(box);
  }

  /**
   * A free box near a point, now taken.
   *
   * @param gap between point and label
   * @return empty where there is none
   */
  Optional<Rectangle2D> place(double x, double y, double width, double height, double gap) {
    for (double far : FARTHER) {
      for (double[] way : AROUND) {
        double left = x + way[0] * width + sign(way[0]) * gap * far;
        double top = y + way[1] * height + sign(way[1]) * gap * far;
        Rectangle2D box = new Rectangle2D.Double(left, top, width, height);
        if (sheet.contains(box) && taken.stream().noneMatch(box::intersects)) {
          taken.add(box);
          return Optional.of(box);
        }
      }
    }
    return Optional.empty();
  }

  /** Towards that side: beyond the point, before it, or neither where the label is centred. */
  private static int sign(double share) {
    return share == 0 ? 1 : share == -1 ? -1 : 0;
  }
}
