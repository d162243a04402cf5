package org.borderwatch.server.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;

/**
 * Which routes run along one another, so that one way under two codes is noticed.
 *
 * <p>Two routes are alike as the share of their common length that lies near the other: (metres of
 * A within the distance of B + metres of B within the distance of A) / (metres of A + metres of B).
 * It is symmetric, 1 for equal lines, and small where a short route is part of a long one. Pairs
 * above the least share are linked, and a group is what links hold together (single linkage): two
 * routes of a group need not be near each other when a third lies between.
 *
 * <p>Measured in the plane of UTM 48N every fifth of the distance, 10 m at least: a share is good
 * to about that step over the length. O(n squared) boxes, and one pass over both lines for each
 * pair whose boxes meet. Pure.
 */
final class RouteGroups {
  private static final double LEAST_STEP_METRES = 10;

  private final double maxMetres;
  private final double minShare;
  private final List<Link> links = new ArrayList<>();
  private final int[] above;

  /**
   * Two routes that run along one another.
   *
   * @param a number of the one, below {@code b}
   * @param share 0 to 1
   */
  record Link(int a, int b, double share) {}

  /** Groups routes by their lines. */
  RouteGroups(List<List<List<LonLat>>> routes, double maxMetres, double minShare) {
    this.maxMetres = maxMetres;
    this.minShare = minShare;
    this.above = new int[routes.size()];
    Arrays.setAll(above, i -> i);
    link(routes);
  }

  private void link(List<List<List<LonLat>>> routes) {
    List<PlaneLines> lines = routes.stream().map(PlaneLines::of).toList();
    List<Corridor> corridors = routes.stream().map(route -> Corridor.of(route, maxMetres)).toList();
    for (int a = 0; a < routes.size(); a++) {
      for (int b = a + 1; b < routes.size(); b++) {
        if (meet(corridors.get(a).box(), corridors.get(b).box())) {
          double share = share(lines.get(a), corridors.get(a), lines.get(b), corridors.get(b));
          if (share >= minShare) {
            links.add(new Link(a, b, share));
            above[top(a)] = top(b);
          }
        }
      }
    }
  }

  private double share(PlaneLines a, Corridor nearA, PlaneLines b, Corridor nearB) {
    double step = Math.max(LEAST_STEP_METRES, maxMetres / 5);
    return (nearB.metresWithin(a, step) + nearA.metresWithin(b, step))
        / (a.lengthMetres() + b.lengthMetres());
  }

  private static boolean meet(LonLatBox a, LonLatBox b) {
    return a.minLon() <= b.maxLon()
        && b.minLon() <= a.maxLon()
        && a.minLat() <= b.maxLat()
        && b.minLat() <= a.maxLat();
  }

  private int top(int route) {
    int top = route;
    while (above[top] != top) {
      above[top] = above[above[top]];
      top = above[top];
    }
    return top;
  }

  List<Link> links() {
    return List.copyOf(links);
  }

  /** Numbers of the routes of each group of two or more, rising. */
  List<List<Integer>> groups() {
    List<List<Integer>> groups = new ArrayList<>();
    int[] groupOf = new int[above.length];
    Arrays.fill(groupOf, -1);
    for (int route = 0; route < above.length; route++) {
      int top = top(route);
      if (groupOf[top] < 0) {
        groupOf[top] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(groupOf[top]).add(route);
    }
    return groups.stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }
}
