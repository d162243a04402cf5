package org.borderwatch.server.patrol.order;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.place.Place;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.paper.MapPlane;
import org.borderwatch.server.paper.PaperFont;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.Post;
import org.locationtech.jts.geom.Coordinate;

/**
 * The map of an order in lines, for paper: border with kilometres, areas, ways from the post,
 * waypoints, towns, the UTM grid and a scale. Drawn in metres; nothing on it is an image. Not
 * thread-safe.
 */
final class OrderMap {
  private static final Color INK = new Color(0x1b201d);
  private static final Color GREY = new Color(0x666d67);
  private static final Color GRID = new Color(0xd9d7cd);
  private static final Color FORCE = new Color(0x0b6b4d);
  private static final Color AREA = new Color(0xe3efe9);
  private static final Color PAPER = Color.WHITE;
  private static final double SMALL = 8.5;
  private static final double MIDDLE = 10;

  /** More towns would crowd the map. */
  private static final int MOST_TOWNS = 12;

  private final List<BorderLine> border;
  private final List<Place> towns;
  private final PaperFont regular = PaperFont.REGULAR.load();
  private final PaperFont bold = PaperFont.BOLD.load();

  OrderMap(List<BorderLine> border, List<Place> towns) {
    this.border = border;
    this.towns = towns;
  }

  /**
   * What a map shows.
   *
   * @param areas to guard
   * @param posts that teams go from, with the areas that they go to
   * @param waypoints with their names; none on the map of all teams
   */
  record Subject(List<PatrolArea> areas, List<Going> posts, List<Waypoint> waypoints) {
    static Subject of(TeamOrder team) {
      return new Subject(
          team.areas(), List.of(new Going(team.post(), team.areas())), team.waypoints());
    }

    static Subject of(PatrolOrder order) {
      return new Subject(
          order.areas(),
          order.teams().stream().map(team -> new Going(team.post(), team.areas())).toList(),
          List.of());
    }
  }

  /** A post and where teams go from it. */
  record Going(Post post, List<PatrolArea> areas) {}

  /** Draws on a sheet of {@code width} x {@code height} pixels from (0, 0). */
  void draw(Graphics2D on, Subject subject, double width, double height) {
    MapPlane plane = MapPlane.fitting(extent(subject), width, height);
    LabelPlaces places = new LabelPlaces(plane.sheet());
    on.setColor(PAPER);
    on.fill(plane.sheet());
    on.clip(plane.sheet());
    grid(on, plane);
    scale(on, plane, places);
    areas(on, plane, subject.areas());
    border(on, plane);
    ways(on, plane, subject.posts());
    symbols(on, plane, subject, places);
    badges(on, plane, subject.areas(), places);
    names(on, plane, subject, places);
    on.setColor(INK);
    on.setStroke(new BasicStroke(1));
    on.draw(new Rectangle2D.Double(1, 1, width - 3, height - 3));
  }

  private static Rectangle2D extent(Subject subject) {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (Going going : subject.posts()) {
      take(box, going.post().lon(), going.post().lat());
    }
    for (PatrolArea area : subject.areas()) {
      for (Coordinate at : area.shape().getCoordinates()) {
        take(box, at.x, at.y);
      }
    }
    return new Rectangle2D.Double(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  }

  private static void take(double[] box, double lon, double lat) {
    UtmZone.Metres at = UtmZone.VIET_NAM.metres(lon, lat);
    box[0] = Math.min(box[0], at.east());
    box[1] = Math.min(box[1], at.north());
    box[2] = Math.max(box[2], at.east());
    box[3] = Math.max(box[3], at.north());
  }

  /** Lines of full metres, labelled with kilometres at the lower and the left edge. */
  private void grid(Graphics2D on, MapPlane plane) {
    double step = plane.roundMetres(plane.width() / 4);
    double east = Math.ceil(plane.west() / step) * step;
    for (; (east - plane.west()) / plane.metresAPixel() < plane.width(); east += step) {
      double x = (east - plane.west()) / plane.metresAPixel();
      gridLine(on, new Line2D.Double(x, 0, x, plane.height()));
      text(on, kilometres(east) + " Đ", x + 2, plane.height() - 5, 7, GREY, regular);
    }
    double north = Math.floor(plane.north() / step) * step;
    for (; (plane.north() - north) / plane.metresAPixel() < plane.height(); north -= step) {
      double y = (plane.north() - north) / plane.metresAPixel();
      gridLine(on, new Line2D.Double(0, y, plane.width(), y));
      if (y > 12) {
        text(on, kilometres(north) + " B", 4, y - 2, 7, GREY, regular);
      }
    }
  }

  private static void gridLine(Graphics2D on, Line2D line) {
    on.setColor(GRID);
    on.setStroke(new BasicStroke(0.5f));
    on.draw(line);
  }

  private static String kilometres(double metres) {
    return VietnameseForm.number(metres / 1000, metres % 1000 == 0 ? 0 : 1);
  }

  private void scale(Graphics2D on, MapPlane plane, LabelPlaces places) {
    double metres = plane.roundMetres(plane.width() / 4);
    double long_ = metres / plane.metresAPixel();
    double right = plane.width() - 12;
    double y = 22;
    Rectangle2D box = new Rectangle2D.Double(right - long_ - 8, y - 17, long_ + 40, 24);
    places.block(box);
    on.setColor(PAPER);
    on.fill(new Rectangle2D.Double(right - long_ - 28, y - 17, long_ + 34, 24));
    on.setColor(INK);
    on.setStroke(new BasicStroke(1.2f));
    Path2D bar = new Path2D.Double();
    bar.moveTo(right - long_, y - 4);
    bar.lineTo(right - long_, y);
    bar.lineTo(right, y);
    bar.lineTo(right, y - 4);
    on.draw(bar);
    String words =
        metres >= 1000
            ? VietnameseForm.number(metres / 1000, 0) + " km"
            : VietnameseForm.number(metres, 0) + " m";
    text(on, words, right - long_ / 2 - regular.width(words, SMALL) / 2, y - 4, SMALL, INK, bold);
    double arrow = right - long_ - 16;
    Path2D needle = new Path2D.Double();
    needle.moveTo(arrow, y - 13);
    needle.lineTo(arrow + 4, y);
    needle.lineTo(arrow, y - 3);
    needle.lineTo(arrow - 4, y);
    needle.closePath();
    on.fill(needle);
    places.block(new Rectangle2D.Double(arrow - 8, y - 17, 20, 24));
  }

  private static void areas(Graphics2D on, MapPlane plane, List<PatrolArea> areas) {
    for (PatrolArea area : areas) {
      Path2D ring = plane.ring(area.shape().getCoordinates());
      on.setColor(AREA);
      on.fill(ring);
      on.setColor(FORCE);
      on.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      on.draw(ring);
    }
  }

  private void border(Graphics2D on, MapPlane plane) {
    for (BorderLine line : border) {
      Path2D path = new Path2D.Double();
      boolean drawing = false;
      for (int i = 0; i < line.size(); i++) {
        Point2D at = plane.at(line.lon(i), line.lat(i));
        if (!isNear(plane, at)) {
          drawing = false;
        } else if (drawing) {
          path.lineTo(at.getX(), at.getY());
        } else {
          path.moveTo(at.getX(), at.getY());
          drawing = true;
        }
      }
      on.setColor(INK);
      on.setStroke(
          new BasicStroke(
              1.5f,
              BasicStroke.CAP_BUTT,
              BasicStroke.JOIN_ROUND,
              1,
              new float[] {7, 2.2f, 1.5f, 2.2f},
              0));
      on.draw(path);
    }
  }

  private static boolean isNear(MapPlane plane, Point2D at) {
    double more = plane.width();
    return at.getX() > -more
        && at.getX() < plane.width() + more
        && at.getY() > -more
        && at.getY() < plane.height() + more;
  }

  private static void ways(Graphics2D on, MapPlane plane, List<Going> posts) {
    on.setColor(FORCE);
    on.setStroke(
        new BasicStroke(
            1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, 3.2f}, 0));
    for (Going going : posts) {
      for (PatrolArea area : going.areas()) {
        double[] way = area.ways().get(going.post().code());
        if (way != null && way.length >= 4) {
          on.draw(plane.line(way));
        }
      }
    }
  }

  private void symbols(Graphics2D on, MapPlane plane, Subject subject, LabelPlaces places) {
    for (Waypoint waypoint : subject.waypoints()) {
      Point2D at = plane.at(waypoint.at().lon(), waypoint.at().lat());
      Path2D mark = new Path2D.Double();
      mark.moveTo(at.getX(), at.getY() - 4.5);
      mark.lineTo(at.getX() + 4, at.getY() + 3);
      mark.lineTo(at.getX() - 4, at.getY() + 3);
      mark.closePath();
      on.setColor(PAPER);
      on.fill(mark);
      on.setColor(INK);
      on.setStroke(new BasicStroke(1.1f));
      on.draw(mark);
      places.block(around(at, 4));
    }
    for (Going going : subject.posts()) {
      Point2D at = plane.at(going.post().lon(), going.post().lat());
      on.setColor(FORCE);
      on.fill(new Ellipse2D.Double(at.getX() - 5, at.getY() - 5, 10, 10));
      on.setColor(PAPER);
      on.fill(new Ellipse2D.Double(at.getX() - 2, at.getY() - 2, 4, 4));
      places.block(around(at, 5));
    }
  }

  private static Rectangle2D around(Point2D at, double half) {
    return new Rectangle2D.Double(at.getX() - half, at.getY() - half, 2 * half, 2 * half);
  }

  private void badges(Graphics2D on, MapPlane plane, List<PatrolArea> areas, LabelPlaces places) {
    for (PatrolArea area : areas) {
      Coordinate middle = area.shape().getInteriorPoint().getCoordinate();
      Point2D at = plane.at(middle.x, middle.y);
      String name = PatrolOrder.shortName(area);
      double width = bold.width(name, MIDDLE) + 8;
      places.place(at.getX(), at.getY(), width, 15, 4).ifPresent(box -> badge(on, box, name));
    }
  }

  private void badge(Graphics2D on, Rectangle2D box, String name) {
    RoundRectangle2D frame =
        new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 5, 5);
    on.setColor(PAPER);
    on.fill(frame);
    on.setColor(FORCE);
    on.setStroke(new BasicStroke(1.3f));
    on.draw(frame);
    text(on, name, box.getX() + 4, box.getY() + 11.2, MIDDLE, INK, bold);
  }

  /** Names by their importance: posts, waypoints, kilometres, towns. */
  private void names(Graphics2D on, MapPlane plane, Subject subject, LabelPlaces places) {
    subject.posts().stream()
        .map(Going::post)
        .distinct()
        .forEach(
            post ->
                name(on, places, plane.at(post.lon(), post.lat()), post.nameVi(), FORCE, bold, 6));
    for (Waypoint waypoint : subject.waypoints()) {
      Point2D at = plane.at(waypoint.at().lon(), waypoint.at().lat());
      name(on, places, at, waypoint.name(), INK, regular, 4);
    }
    kilometres(on, plane, places);
    int shown = 0;
    for (Place town : towns) {
      Point2D at = plane.at(town.lon(), town.lat());
      if (shown < MOST_TOWNS && plane.sheet().contains(at)) {
        on.setColor(GREY);
        on.setStroke(new BasicStroke(1));
        on.draw(around(at, 2));
        name(on, places, at, town.name(), GREY, regular, 4);
        shown++;
      }
    }
  }

  private void kilometres(Graphics2D on, MapPlane plane, LabelPlaces places) {
    double step = Math.max(1, plane.roundMetres(plane.width() / 6) / 1000);
    for (BorderLine line : border) {
      for (double km = step; km < line.lengthKm(); km += step) {
        Point2D at = plane.at(line.pointAt(km).lon(), line.pointAt(km).lat());
        if (plane.sheet().contains(at)) {
          on.setColor(INK);
          on.fill(around(at, 1.6));
          name(on, places, at, "Km " + Math.round(km), GREY, regular, 4);
        }
      }
    }
  }

  private void name(
      Graphics2D on,
      LabelPlaces places,
      Point2D at,
      String words,
      Color colour,
      PaperFont font,
      double gap) {
    places
        .place(at.getX(), at.getY(), font.width(words, SMALL), SMALL, gap)
        .ifPresent(
            box -> text(on, words, box.getX(), box.getY() + SMALL * 0.82, SMALL, colour, font));
  }

  /** Letters with a rim of paper, to be read on lines too. */
  private static void text(
      Graphics2D on,
      String words,
      double x,
      double baseline,
      double size,
      Color colour,
      PaperFont font) {
    Path2D letters = font.outline(words, x, baseline, size);
    on.setColor(PAPER);
    on.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    on.draw(letters);
    on.setColor(colour);
    on.fill(letters);
  }
}
