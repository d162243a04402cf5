package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.place.Places;

/**
 * Roads that join the towns. Which towns a national road joins is as it is; where it runs between
 * them is made up: in the belt along the gentlest slopes of the {@link Mesh}, beyond it in a curve.
 */
final class DemoRoads {
  private static final double STEEPNESS = 12;
  private static final double EXISTING = 0.5;
  private static final double NEAR_LINE_METRES = 1_500;
  private static final double TOWN_WITHIN_METRES = 900;
  private static final double BEND_EVERY_METRES = 900;

  /** A national or provincial road, by the towns that it joins. */
  private record Course(String ref, WayClass wayClass, List<String> towns) {
    Course(String ref, WayClass wayClass, String... towns) {
      this(ref, wayClass, List.of(towns));
    }
  }

  private static final List<Course> COURSES =
      List.of(
          new Course(
              "QL.1",
              WayClass.TRUNK,
              "Hà Nội",
              "Bắc Ninh",
              "Bắc Giang",
              "Kép",
              "Hữu Lũng",
              "Chi Lăng",
              "Đồng Mỏ",
              "Lạng Sơn",
              "Đồng Đăng"),
          new Course(
              "QL.1B",
              WayClass.PRIMARY,
              "Thái Nguyên",
              "Đình Cả",
              "Bắc Sơn",
              "Bình Gia",
              "Văn Quan",
              "Đồng Đăng"),
          new Course(
              "QL.4A", WayClass.PRIMARY, "Đồng Đăng", "Na Sầm", "Thất Khê", "Đông Khê", "Cao Bằng"),
          new Course(
              "QL.4B",
              WayClass.PRIMARY,
              "Lạng Sơn",
              "Lộc Bình",
              "Na Dương",
              "Đình Lập",
              "Tiên Yên"),
          new Course(
              "QL.3",
              WayClass.PRIMARY,
              "Hà Nội",
              "Sóc Sơn",
              "Thái Nguyên",
              "Bắc Kạn",
              "Phủ Thông",
              "Vân Tùng",
              "Cao Bằng"),
          new Course(
              "QL.18",
              WayClass.PRIMARY,
              "Bắc Ninh",
              "Chí Linh",
              "Đông Triều",
              "Uông Bí",
              "Hạ Long",
              "Cẩm Phả",
              "Tiên Yên"),
          new Course(
              "QL.31", WayClass.SECONDARY, "Bắc Giang", "Đồi Ngô", "Chũ", "An Châu", "Đình Lập"),
          new Course("QL.3B", WayClass.SECONDARY, "Thất Khê", "Yến Lạc", "Bắc Kạn"),
          new Course("QL.279", WayClass.SECONDARY, "Đồng Mỏ", "Văn Quan"),
          new Course("ĐT.234", WayClass.TERTIARY, "Lạng Sơn", "Cao Lộc"));

  private final long seed;
  private final Mesh mesh;
  private final LaidWays ways;
  private final Map<String, Integer> towns = new LinkedHashMap<>();

  DemoRoads(long seed, Mesh mesh, LaidWays ways) {
    this.seed = seed;
    this.mesh = mesh;
    this.ways = ways;
  }

  /** Lays all of them; the towns by their numbers in the mesh. */
  Map<String, Integer> lay(Places places) {
    for (Course course : COURSES) {
      LaidWays.Kind kind = new LaidWays.Kind(course.wayClass(), course.ref(), "asphalt");
      for (int i = 1; i < course.towns().size(); i++) {
        int from = town(places, course.towns().get(i - 1));
        int to = town(places, course.towns().get(i));
        if (isInside(from) && isInside(to)) {
          ways.lay(gentlest(from, to), kind);
        } else {
          ways.layBeyond(new LaidWays.Beyond(from, to, curve(from, to), kind));
        }
      }
    }
    return towns;
  }

  private int town(Places places, String name) {
    return towns.computeIfAbsent(
        name,
        wanted -> {
          LonLat at =
              places.all().stream()
                  .filter(place -> place.country().equals("VN") && place.name().equals(wanted))
                  .map(Place::position)
                  .findFirst()
                  .orElseThrow();
          // A place of the mesh becomes the town, so that ways lead through it.
          int near = mesh.nearest(at, TOWN_WITHIN_METRES);
          return near < 0 ? mesh.add(at, Double.POSITIVE_INFINITY) : near;
        });
  }

  private boolean isInside(int town) {
    return mesh.neighbours(town).length > 0;
  }

  private List<Integer> gentlest(int from, int to) {
    return new LeastCost(
            mesh.size(), mesh::neighbours, this::roadCost, Double.POSITIVE_INFINITY, List.of(from))
        .way(to);
  }

  /** Metres, more where it is steep or near the line, less where a road is there already. */
  double roadCost(int from, int to) {
    double steep = STEEPNESS * mesh.slope(from, to);
    double near = mesh.offsetMetres(to) < NEAR_LINE_METRES ? 2 : 1;
    return mesh.metres(from, to)
        * (1 + steep * steep)
        * near
        * (ways.isRoad(from, to) ? EXISTING : 1);
  }

  /** Points between two towns, swaying like a road in hills. */
  private List<LonLat> curve(int from, int to) {
    LonLat a = mesh.place(from);
    LonLat b = mesh.place(to);
    Draws draws = Draws.of(seed, Draws.Link.WAYS, (long) from * 4_096 + to);
    double metres = Mesh.metres(a, b);
    int pieces = Math.max(2, (int) (metres / BEND_EVERY_METRES));
    double[] sway = new double[pieces + 1];
    for (double waves : new double[] {1, 2, 4, 7, 12}) {
      double size = draws.between(-0.06, 0.06) * metres / waves;
      for (int i = 0; i <= pieces; i++) {
        sway[i] += size * StrictMath.sin(Math.PI * waves * i / pieces);
      }
    }
    double lonMetres = LineFrame.lonMetres((a.lat() + b.lat()) / 2);
    double east = (b.lon() - a.lon()) * lonMetres / metres;
    double north = (b.lat() - a.lat()) * LineFrame.METRES_PER_DEGREE_LAT / metres;
    List<LonLat> between = new ArrayList<>();
    for (int i = 1; i < pieces; i++) {
      double t = (double) i / pieces;
      between.add(
          new LonLat(
              a.lon() + t * (b.lon() - a.lon()) - north * sway[i] / lonMetres,
              a.lat()
                  + t * (b.lat() - a.lat())
                  + east * sway[i] / LineFrame.METRES_PER_DEGREE_LAT));
    }
    return between;
  }

  /** The places along every road that is laid. */
  static List<Integer> places(LaidWays ways) {
    return ways.steps().entrySet().stream()
        .filter(step -> step.getValue().wayClass().compareTo(WayClass.TRACK) <= 0)
        .flatMap(
            step ->
                Arrays.asList(LaidWays.lower(step.getKey()), LaidWays.higher(step.getKey()))
                    .stream())
        .distinct()
        .toList();
  }
}
