package org.borderwatch.server.outcome.paper;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.outcome.lines.ReportPlaces;
import org.borderwatch.server.outcome.lines.ReportPlaces.HotCell;
import org.borderwatch.server.outcome.lines.ReportPlaces.KeyRoute;
import org.borderwatch.server.paper.MapPlane;
import org.borderwatch.server.paper.Svg;
import org.borderwatch.server.paper.Svg.Anchor;
import org.borderwatch.server.paper.Tint;

/** A map of hot cells and key routes along the border, in metres of UTM zone 48N. */
final class PlacesFigure {
  private static final double WIDTH = 330;
  private static final double HEIGHT = 360;

  /** Points nearer to the last one than this add nothing. */
  private static final double LEAST_PIXELS = 0.8;

  private static final int MOST_TOWNS = 9;

  /** A cell is seen however small the scale is. */
  private static final double LEAST_RADIUS = 2.4;

  private final ReferenceLayers layers;
  private final MapPlane plane;
  private final Svg svg;

  private PlacesFigure(ReferenceLayers layers, MapPlane plane, String description) {
    this.layers = layers;
    this.plane = plane;
    this.svg = new Svg(WIDTH, HEIGHT, description);
  }

  /** Around hot cells and the routes near the border; the whole border where there are none. */
  static String of(ReportPlaces places, ReferenceLayers layers, ReportLanguage language) {
    MapPlane plane = MapPlane.fitting(extent(places, layers), WIDTH, HEIGHT);
    PlacesFigure map =
        new PlacesFigure(
            layers,
            plane,
            language.say("Bản đồ điểm nóng và tuyến trọng điểm", "Map of hotspots and key routes"));
    map.svg.box(0.5, 0.5, WIDTH - 1, HEIGHT - 1, Tint.PAPER, Tint.PALE);
    map.hot(places);
    map.border();
    map.routes(places);
    map.towns(language);
    map.scale();
    return map.svg.finish();
  }

  private static Rectangle2D extent(ReportPlaces places, ReferenceLayers layers) {
    List<double[]> lines = new ArrayList<>();
    places.hot().forEach(cell -> lines.add(cell.ring()));
    if (lines.isEmpty()) {
      places.routes().forEach(route -> lines.addAll(route.lines()));
    }
    if (lines.isEmpty()) {
      layers.border().lines().forEach(line -> lines.add(positions(line)));
    }
    Rectangle2D box = null;
    for (double[] line : lines) {
      for (int i = 0; i + 1 < line.length; i += 2) {
        UtmZone.Metres at = UtmZone.VIET_NAM.metres(line[i], line[i + 1]);
        if (box == null) {
          box = new Rectangle2D.Double(at.east(), at.north(), 0, 0);
        } else {
          box.add(at.east(), at.north());
        }
      }
    }
    return box == null ? new Rectangle2D.Double(500_000, 2_400_000, 0, 0) : box;
  }

  private static double[] positions(BorderLine line) {
    double[] lonLats = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      lonLats[2 * i] = line.lon(i);
      lonLats[2 * i + 1] = line.lat(i);
    }
    return lonLats;
  }

  private void hot(ReportPlaces places) {
    for (HotCell cell : places.hot()) {
      Point2D first = plane.at(cell.ring()[0], cell.ring()[1]);
      Point2D across =
          plane.at(
              cell.ring()[cell.ring().length / 4 * 2], cell.ring()[cell.ring().length / 4 * 2 + 1]);
      if (first.distance(across) < 2 * LEAST_RADIUS) {
        svg.circle(
            (first.getX() + across.getX()) / 2,
            (first.getY() + across.getY()) / 2,
            LEAST_RADIUS,
            Tint.HOT,
            Tint.NONE);
      } else {
        path(cell.ring()).ifPresent(path -> svg.path(path + " Z", Tint.HOT, Tint.PAPER, 0.5, ""));
      }
    }
  }

  private void border() {
    for (BorderLine line : layers.border().lines()) {
      path(positions(line)).ifPresent(path -> svg.path(path, Tint.NONE, Tint.INK, 1.2, "6 2 1 2"));
    }
  }

  private void routes(ReportPlaces places) {
    for (KeyRoute route : places.routes()) {
      boolean confirmed = route.status() == RouteStatus.CONFIRMED;
      String dashes = confirmed ? "" : route.status() == RouteStatus.SUSPECTED ? "4 3" : "1 3";
      for (double[] line : route.lines()) {
        path(line)
            .ifPresent(path -> svg.path(path, Tint.NONE, Tint.ACCENT, confirmed ? 2 : 1.6, dashes));
      }
    }
  }

  private void towns(ReportLanguage language) {
    int shown = 0;
    List<Rectangle2D> taken = new ArrayList<>();
    for (Place town : layers.places()) {
      Point2D at = plane.at(town.lon(), town.lat());
      String name = language.say(town.name(), town.nameEn());
      Rectangle2D room =
          new Rectangle2D.Double(at.getX() - 4, at.getY() - 8, 10 + 5.4 * name.length(), 14);
      boolean fits = plane.sheet().contains(room) && taken.stream().noneMatch(room::intersects);
      if (shown < MOST_TOWNS && fits) {
        taken.add(room);
        svg.box(at.getX() - 1.5, at.getY() - 1.5, 3, 3, Tint.PAPER, Tint.MUTED);
        svg.words(at.getX() + 4, at.getY() + 3, name, 8.5, false, Anchor.START, Tint.MUTED);
        shown++;
      }
    }
  }

  private void scale() {
    double metres = plane.roundMetres(WIDTH / 4);
    double pixels = metres / plane.metresAPixel();
    double y = HEIGHT - 10;
    svg.line(10, y, 10 + pixels, y, Tint.INK, 1.6);
    String words = metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
    svg.words(10, y - 4, words, 8.5, false, Anchor.START, Tint.INK);
  }

  /** What of a line lies on the sheet or near it, thinned to what can be seen. */
  private Optional<String> path(double[] lonLats) {
    StringBuilder path = new StringBuilder();
    Point2D last = null;
    for (int i = 0; i + 1 < lonLats.length; i += 2) {
      Point2D at = plane.at(lonLats[i], lonLats[i + 1]);
      boolean near =
          at.getX() > -20 && at.getX() < WIDTH + 20 && at.getY() > -20 && at.getY() < HEIGHT + 20;
      if (!near) {
        last = null;
      } else if (last == null || last.distance(at) >= LEAST_PIXELS) {
        path.append(path.length() == 0 ? "" : " ")
            .append(last == null ? "M " : "L ")
            .append(Svg.number(at.getX()))
            .append(' ')
            .append(Svg.number(at.getY()));
        last = at;
      }
    }
    return path.indexOf("L") < 0 ? Optional.empty() : Optional.of(path.toString());
  }
}
