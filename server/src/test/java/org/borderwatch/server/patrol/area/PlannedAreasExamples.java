package org.borderwatch.server.patrol.area;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Areas to draw rosters for. */
public final class PlannedAreasExamples {
  private PlannedAreasExamples() {}

  /** Two posts, three teams, four areas, day and night; everything in reach of somebody. */
  public static PlannedAreas small() {
    List<Shift> shifts = List.of(shift(1, 6, 8), shift(2, 18, 8));
    List<PatrolArea> areas =
        List.of(
            area(0, 4, crossings(4, 10), Map.of("A", 20.0)),
            area(1, 5, crossings(2, 12), Map.of("A", 40.0, "B", 60.0)),
            area(2, 5, crossings(6, 9), Map.of("B", 30.0)),
            area(3, 6, crossings(1, 5), Map.of("B", 80.0)));
    return new PlannedAreas(
        LocalDate.of(2024, 7, 1),
        14,
        shifts,
        new DutyTerms(8, 11, 5, 90, 0.5, 5000),
        List.of(post("A", 0), post("B", 1)),
        List.of(Team.of("A", 1), Team.of("B", 1), Team.of("B", 2)),
        areas,
        true,
        "v1");
  }

  /** Anything: odd hours, many posts, areas that nobody reaches. */
  public static PlannedAreas random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int shiftCount = 1 + random.nextInt(4);
    double hours = 2 + random.nextInt(21) / 2.0;
    List<Shift> shifts = new ArrayList<>();
    int hour = random.nextInt(24);
    for (int i = 1; i <= shiftCount; i++) {
      shifts.add(shift(i, hour % 24, hours));
      hour += 1 + random.nextInt(9);
    }
    List<Post> posts = new ArrayList<>();
    List<Team> teams = new ArrayList<>();
    int postCount = 1 + random.nextInt(6);
    for (int post = 0; post < postCount; post++) {
      String code = "P" + post;
      posts.add(post(code, post));
      int count = random.nextInt(4);
      for (int team = 1; team <= count; team++) {
        teams.add(Team.of(code, team));
      }
    }
    List<PatrolArea> areas = new ArrayList<>();
    int areaCount = 1 + random.nextInt(12);
    for (int i = 0; i < areaCount; i++) {
      List<Crossings> crossings = new ArrayList<>();
      for (int shift = 0; shift < shiftCount; shift++) {
        double value = random.nextInt(5) == 0 ? 0 : Math.exp(2 * random.nextDouble());
        crossings.add(new Crossings(value, value / 2, value * 2, value));
      }
      Map<String, Double> reach = new HashMap<>();
      for (Post post : posts) {
        if (random.nextInt(3) > 0) {
          reach.put(post.code(), 10 + 170 * random.nextDouble());
        }
      }
      areas.add(area(i, 1 + 6 * random.nextDouble(), crossings, reach));
    }
    return new PlannedAreas(
        LocalDate.of(2024, 7, 1),
        1 + random.nextInt(28),
        shifts,
        new DutyTerms(
            hours,
            random.nextInt(25),
            1 + random.nextInt(7),
            30 + random.nextInt(120),
            0.05 + 0.9 * random.nextDouble(),
            5000),
        posts,
        teams,
        areas,
        true,
        "v1");
  }

  private static Shift shift(int number, int hour, double hours) {
    return new Shift(number, LocalTime.of(hour, 0), hours);
  }

  private static List<Crossings> crossings(double day, double night) {
    return List.of(
        new Crossings(day, 0.7 * day, 1.4 * day, day),
        new Crossings(night, 0.7 * night, 1.4 * night, night));
  }

  private static Post post(String code, int number) {
    return new Post(code, "Đồn " + code, "Post " + code, 106.5 + 0.1 * number, 22);
  }

  private static PatrolArea area(
      int number, double km, List<Crossings> crossings, Map<String, Double> reach) {
    double from = 1000 + 10 * number;
    Map<String, double[]> ways = new HashMap<>();
    reach.keySet().forEach(post -> ways.put(post, new double[] {106.5, 22, 106.6, 22.05}));
    return new PatrolArea(
        "CN-%.1f-%.1f".formatted(from, from + km),
        "K" + (number + 1),
        number < 2 ? Optional.of(number + 1) : Optional.empty(),
        Neighbour.CN,
        from,
        from + km,
        Optional.of("A"),
        new GeometryFactory()
            .toGeometry(
                new Envelope(
                    new Coordinate(106.5 + 0.1 * number, 22),
                    new Coordinate(106.55 + 0.1 * number, 22.04))),
        List.of(new LonLat(106.52 + 0.1 * number, 22.02)),
        crossings,
        reach,
        ways);
  }
}
