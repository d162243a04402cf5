package org.borderwatch.server.outcome.lines;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.RouteStatus;

/**
 * Where it was: hot cells of the whole border that lie in the extent, and routes of the register.
 *
 * @param hot significantly hot (Gi*, 95 % after the correction of Benjamini and Hochberg), the
 *     hottest first
 * @param cellMetres between middles of cells
 * @param routes of the register
 */
public record ReportPlaces(List<HotCell> hot, double cellMetres, List<KeyRoute> routes) {
  public ReportPlaces {
    hot = List.copyOf(hot);
    routes = List.copyOf(routes);
  }

  /**
   * A hot cell.
   *
   * @param ring longitude and latitude in turn, degrees
   * @param detections counted in it
   * @param z its score
   * @param with whose border is nearest
   * @param km chainage there
   */
  public record HotCell(double[] ring, long detections, double z, Neighbour with, double km) {}

  /**
   * A registered route.
   *
   * @param lines longitude and latitude in turn, degrees
   * @param added whether it was registered in this period
   */
  public record KeyRoute(
      String code, String name, RouteStatus status, List<double[]> lines, boolean added) {}

  /**
   * Hot cells that lie together along the border.
   *
   * @param fromKm least chainage of their middles
   * @param toKm greatest
   * @param cells how many
   * @param detections in all of them
   * @param z of the hottest
   */
  public record HotPlace(
      Neighbour with, double fromKm, double toKm, int cells, long detections, double z) {}

  /** Hot cells joined to the hottest within so many kilometres along, the hottest first. */
  public List<HotPlace> hotPlaces(double withinKm) {
    List<HotPlace> places = new ArrayList<>();
    List<HotCell> left = new ArrayList<>(hot);
    while (!left.isEmpty()) {
      HotCell head = left.get(0);
      List<HotCell> near =
          left.stream()
              .filter(
                  one -> one.with() == head.with() && Math.abs(one.km() - head.km()) <= withinKm)
              .toList();
      left.removeAll(near);
      places.add(
          new HotPlace(
              head.with(),
              near.stream().mapToDouble(HotCell::km).min().orElse(head.km()),
              near.stream().mapToDouble(HotCell::km).max().orElse(head.km()),
              near.size(),
              near.stream().mapToLong(HotCell::detections).sum(),
              head.z()));
    }
    return places;
  }
}
