package org.borderwatch.server.patrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.patrol.area.AreaReach;
import org.borderwatch.server.patrol.area.AreaShape;
import org.borderwatch.server.patrol.area.Mouth;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.SectionTrails;
import org.borderwatch.server.patrol.forecast.CrossingForecast;

/** Makes areas of runs of sections: name, outline, waypoints, reach and ways. */
record AreaMaker(
    AreasQuestion question,
    LandBorder border,
    BorderLine line,
    RoadNetwork network,
    AreaReach reach,
    List<Post> posts,
    CrossingForecast forecast,
    LocalDate from) {
  private static final double DEPTH_METRES = 3000;
  private static final double MARGIN_DEGREES = 0.05;

  /** The areas of a partition, in its order. */
  List<PatrolArea> areas(
      Partition partition,
      List<Stretch> sections,
      List<Mouth> mouths,
      double[][] minutes,
      Function<Stretch, String> station) {
    List<List<Integer>> trails = trails(sections, mouths);
    List<PatrolArea> areas = new ArrayList<>();
    for (Partition.Run run : partition.runs()) {
      areas.add(area(run, sections, mouths, minutes, trails, station));
    }
    return areas;
  }

  private List<List<Integer>> trails(List<Stretch> sections, List<Mouth> mouths) {
    int[] sectionOf = new int[mouths.size()];
    List<Mouth> within = new ArrayList<>();
    for (Mouth mouth : mouths) {
      for (int section = 0; section < sections.size(); section++) {
        if (sections.get(section).contains(line.with(), mouth.km())) {
          sectionOf[within.size()] = section;
          within.add(mouth);
          break;
        }
      }
    }
    double[] box = {180, 90, -180, -90};
    for (Mouth mouth : within) {
      box[0] = Math.min(box[0], mouth.lon() - MARGIN_DEGREES);
      box[1] = Math.min(box[1], mouth.lat() - MARGIN_DEGREES);
      box[2] = Math.max(box[2], mouth.lon() + MARGIN_DEGREES);
      box[3] = Math.max(box[3], mouth.lat() + MARGIN_DEGREES);
    }
    return SectionTrails.of(
        network,
        within,
        Arrays.copyOf(sectionOf, within.size()),
        sections.size(),
        DEPTH_METRES,
        box);
  }

  private PatrolArea area(
      Partition.Run run,
      List<Stretch> sections,
      List<Mouth> mouths,
      double[][] minutes,
      List<List<Integer>> trails,
      Function<Stretch, String> station) {
    double fromKm = sections.get(run.first()).fromKm();
    double untilKm = sections.get(run.end() - 1).toKm();
    Stretch whole = new Stretch(line.with(), fromKm, untilKm);
    String id = String.format(Locale.ROOT, "%s-%.1f-%.1f", line.with().code(), fromKm, untilKm);
    List<Integer> edges = new ArrayList<>();
    Map<String, Double> reached = new HashMap<>();
    Map<String, double[]> ways = new HashMap<>();
    List<LonLat> waypoints = waypoints(line, whole, mouths);
    for (int section = run.first(); section < run.end(); section++) {
      edges.addAll(trails.get(section));
    }
    for (int post = 0; post < posts.size(); post++) {
      double least = Double.POSITIVE_INFINITY;
      for (int section = run.first(); section < run.end(); section++) {
        least = Math.min(least, minutes[post][section]);
      }
      if (least <= question.terms().reachMinutes()) {
        String code = posts.get(post).code();
        reached.put(code, least);
        if (run.rank().isPresent()) {
          ways.put(code, reach.way(posts.get(post), nearest(posts.get(post), waypoints)));
        }
      }
    }
    String answers = station.apply(whole);
    return new PatrolArea(
        id,
        run.rank().map(rank -> "K" + rank).orElse(id),
        run.rank(),
        line.with(),
        fromKm,
        untilKm,
        answers.isEmpty() ? Optional.empty() : Optional.of(answers),
        AreaShape.of(border, line, fromKm, untilKm, network, edges),
        waypoints,
        question.shifts().stream()
            .map(shift -> forecast.crossings(fromKm, untilKm, shift, from, question.days()))
            .toList(),
        reached,
        ways);
  }

  private LonLat nearest(Post post, List<LonLat> waypoints) {
    double[] minutes = reach.minutes(post, waypoints);
    int best = 0;
    for (int i = 1; i < minutes.length; i++) {
      best = minutes[i] < minutes[best] ? i : best;
    }
    return waypoints.get(best);
  }

  /** Where ways come to a stretch, along the line; without any its middle. */
  static List<LonLat> waypoints(BorderLine line, Stretch stretch, List<Mouth> mouths) {
    List<LonLat> places =
        mouths.stream()
            .filter(mouth -> mouth.km() >= stretch.fromKm() && mouth.km() < stretch.toKm())
            .map(mouth -> new LonLat(mouth.lon(), mouth.lat()))
            .toList();
    return places.isEmpty()
        ? List.of(line.pointAt((stretch.fromKm() + stretch.toKm()) / 2))
        : places;
  }
}
