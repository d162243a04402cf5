package org.borderwatch.bench.patrol;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.scenario.DemoStation;
import org.borderwatch.data.scenario.Mouth;
import org.borderwatch.data.scenario.PatrolShift;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.patrol.area.AreaReach;
import org.borderwatch.server.patrol.area.BorderSections;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The demo as ground: its border cut into areas of about {@code areaMetres}, its crossings but for
 * gates, its network for reach, its patrols of the year before for what is known to begin with.
 */
final class DemoGround {
  private static final int SLOT_HOURS = 6;
  private static final int DAY_HOURS = 24;

  /** Hours of looking for a kilometre meet a crossing with {@code 1 - exp(-rate x hours)}. */
  private static final double DEMO_RATE = 0.70;

  private final Scenario demo;
  private final DutyTerms terms;
  private final List<Shift> shifts =
      IntStream.range(0, 3)
          .mapToObj(i -> new Shift(i + 1, LocalTime.of(6, 0).plusHours(8L * i), 8))
          .toList();
  private final List<Mouth> mouths;
  private final List<PatrolArea> areas;

  private DemoGround(Scenario demo, ReferenceLayers layers, DutyTerms terms, List<Post> posts) {
    this.demo = demo;
    this.terms = terms;
    this.mouths = demo.truth().mouths().stream().filter(mouth -> !mouth.isGate()).toList();
    this.areas = areas(layers, posts);
  }

  /**
   * Makes it.
   *
   * @param demo whose truth it takes
   * @param teams one at each of so many posts, evenly along the border
   * @param first day of the simulation, the first of a year, so that the year before is one
   * @param weeks how long
   */
  static Ground of(
      Scenario demo,
      ReferenceLayers layers,
      DutyTerms terms,
      int teams,
      LocalDate first,
      int weeks) {
    List<DemoStation> stations = demo.stations();
    List<Post> posts =
        IntStream.range(0, teams)
            .mapToObj(i -> stations.get((2 * i + 1) * stations.size() / (2 * teams)))
            .map(
                one ->
                    new Post(
                        one.code(),
                        one.nameVi(),
                        one.nameEn(),
                        one.position().lon(),
                        one.position().lat()))
            .toList();
    return new DemoGround(demo, layers, terms, posts).ground(posts, first, weeks);
  }

  private List<PatrolArea> areas(ReferenceLayers layers, List<Post> posts) {
    BorderLine line = layers.border().line(Neighbour.CN);
    RoadNetwork network = UnstoredDemo.network(demo.network());
    AreaReach reach = new AreaReach(network, Weight.TRAVEL_SECONDS, terms.reachMinutes());
    List<PatrolArea> cut = new ArrayList<>();
    for (DemoStation station : demo.stations()) {
      double from = station.stretch().fromKm();
      double until = station.stretch().toKm();
      double[] cuts =
          BorderSections.cuts(
              from,
              until,
              mouths.stream()
                  .mapToDouble(Mouth::km)
                  .filter(km -> km >= from && km <= until)
                  .toArray(),
              terms.areaMetres() / 1000);
      for (int i = 1; i < cuts.length; i++) {
        cut.add(area(station, line, cuts[i - 1], cuts[i], reach, posts));
      }
    }
    return cut;
  }

  private PatrolArea area(
      DemoStation station,
      BorderLine line,
      double from,
      double until,
      AreaReach reach,
      List<Post> posts) {
    List<LonLat> waypoints = new ArrayList<>();
    mouths.stream()
        .filter(mouth -> mouth.km() >= from && mouth.km() < until)
        .forEach(mouth -> waypoints.add(mouth.position()));
    if (waypoints.isEmpty()) {
      waypoints.add(line.pointAt((from + until) / 2));
    }
    Map<String, Double> minutes = new HashMap<>();
    for (Post post : posts) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double one : reach.minutes(post, waypoints)) {
        nearest = Math.min(nearest, one);
      }
      if (nearest <= terms.reachMinutes()) {
        minutes.put(post.code(), nearest);
      }
    }
    String id = String.format(Locale.ROOT, "CN-%.1f-%.1f", from, until);
    return new PatrolArea(
        id,
        id,
        Optional.empty(),
        Neighbour.CN,
        from,
        until,
        Optional.of(station.code()),
        new GeometryFactory().createPolygon(),
        waypoints,
        shifts.stream().map(shift -> Crossings.NONE).toList(),
        minutes,
        Map.of());
  }

  private Ground ground(List<Post> posts, LocalDate first, int weeks) {
    int days = weeks * Ground.WEEK;
    double[] share = new double[mouths.size() * shifts.size()];
    double[] groups = new double[days];
    int[] monthOf = new int[days];
    int[] weekdayOf = new int[days];
    for (int day = 0; day < days; day++) {
      LocalDate date = first.plusDays(day);
      monthOf[day] = date.getMonthValue() - 1;
      weekdayOf[day] = date.getDayOfWeek().getValue() - 1;
      for (int mouth = 0; mouth < mouths.size(); mouth++) {
        for (int shift = 0; shift < shifts.size(); shift++) {
          double flow = flow(mouths.get(mouth), date, shift);
          groups[day] += flow;
          share[mouth * shifts.size() + shift] += flow;
        }
      }
    }
    double sum = Arrays.stream(share).sum();
    Arrays.setAll(share, i -> share[i] / sum);
    PlannedAreas planned =
        new PlannedAreas(
            first,
            Ground.WEEK,
            shifts,
            terms,
            posts,
            posts.stream().map(post -> Team.of(post.code(), 1)).toList(),
            areas,
            true,
            "demo");
    return new Ground(
        planned,
        mouths.stream().mapToInt(mouth -> areaAt(mouth.km())).toArray(),
        mouths.stream().mapToDouble(Mouth::km).toArray(),
        share,
        groups,
        monthOf,
        weekdayOf,
        history(first));
  }

  private int areaAt(double km) {
    for (int area = 0; area < areas.size(); area++) {
      if (km < areas.get(area).untilKm()) {
        return area;
      }
    }
    return areas.size() - 1;
  }

  /** Groups in a shift, each hour of which counts for the day on which the shift begins. */
  private double flow(Mouth mouth, LocalDate date, int shift) {
    double sum = 0;
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      sum += shiftOf(hour) == shift ? demo.expectedCrossings(mouth, date, hour) : 0;
    }
    return sum;
  }

  private int shiftOf(int hour) {
    int begin = shifts.get(0).from().getHour();
    return (hour - begin + DAY_HOURS) % DAY_HOURS / (DAY_HOURS / shifts.size());
  }

  /** A year of the demo's own patrols, of which the planner has the tracks. */
  private History history(LocalDate until) {
    History history = History.empty(areas.size(), shifts.size());
    for (LocalDate date = until.minusYears(1); date.isBefore(until); date = date.plusDays(1)) {
      int month = date.getMonthValue() - 1;
      int weekday = date.getDayOfWeek().getValue() - 1;
      double[][] flow = new double[mouths.size()][DAY_HOURS];
      for (int mouth = 0; mouth < flow.length; mouth++) {
        int area = areaAt(mouths.get(mouth).km());
        for (int hour = 0; hour < DAY_HOURS; hour++) {
          flow[mouth][hour] = demo.expectedCrossings(mouths.get(mouth), date, hour);
          history.reported()[month][area][shiftOf(hour)] += Ground.REPORTED * flow[mouth][hour];
        }
      }
      for (PatrolShift patrol : demo.patrols(date)) {
        double probability = -Math.expm1(-DEMO_RATE * patrol.hoursPerKm());
        for (int hour = patrol.slot() * SLOT_HOURS;
            hour < (patrol.slot() + 1) * SLOT_HOURS;
            hour++) {
          int shift = shiftOf(hour);
          for (int mouth = 0; mouth < flow.length; mouth++) {
            double km = mouths.get(mouth).km();
            if (km >= patrol.fromKm() && km <= patrol.toKm()) {
              history.met()[month][weekday][areaAt(km)][shift] += probability * flow[mouth][hour];
            }
          }
          for (int area = 0; area < areas.size(); area++) {
            PatrolArea one = areas.get(area);
            double km =
                Math.min(one.untilKm(), patrol.toKm()) - Math.max(one.fromKm(), patrol.fromKm());
            if (km > 0) {
              history.looked()[month][weekday][area][shift] +=
                  probability * km / (one.untilKm() - one.fromKm()) / (DAY_HOURS / shifts.size());
            }
          }
        }
      }
    }
    return history;
  }
}
