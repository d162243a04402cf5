package org.borderwatch.server.patrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.geo.StationStretch;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.patrol.AreasWriter.Chosen;
import org.borderwatch.server.patrol.AreasWriter.Point;
import org.borderwatch.server.patrol.area.AreaReach;
import org.borderwatch.server.patrol.area.BorderSections;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.Mouth;
import org.borderwatch.server.patrol.area.Mouths;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.cover.CoverageLimits;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;
import org.borderwatch.server.patrol.cover.InfeasibleException;
import org.borderwatch.server.patrol.cover.MaximumCoverage;
import org.borderwatch.server.patrol.forecast.CrossingForecast;
import org.borderwatch.server.patrol.forecast.ForecastQuestion;
import org.borderwatch.server.patrol.forecast.Forecasts;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.StudyStretches;

/**
 * Patrol areas over the store: forecasts who crosses, cuts the border into sections, finds who
 * reaches them, chooses areas exactly, and puts them on the map with the rest of the border.
 */
record StoredAreas(
    StudySources sources, NetworkSource networks, List<Post> posts, AreasQuestion question)
    implements Analysis {
  private static final double CURVE_GAP = 0.01;
  private static final int CURVE_BEYOND = 8;

  @Override
  public long mostBytes() {
    return 700_000_000;
  }

  @Override
  public ProcessResult run(Crew crew) {
    AreaRefusals.requireTeams(question, posts);
    CrossingForecast forecast =
        Forecasts.of(
            sources,
            new ForecastQuestion(
                question.filter(), question.with(), question.terms(), question.shifts()),
            crew.watchedBy(crew.progress().part(0, 0.3)));
    LocalDate from = question.from().orElse(forecast.basis().lastDay().plusDays(1));
    RoadNetwork network = networks.network(Optional.of(forecast.basis().synthetic()));
    crew.progress().report(0.3, "Chia biên giới thành đoạn / Cutting the border into sections");
    BorderLine line = sources.layers().border().line(question.with());
    List<Stretch> stretches = stretches(forecast, crew);
    double first = stretches.stream().mapToDouble(Stretch::fromKm).min().orElseThrow();
    double last = stretches.stream().mapToDouble(Stretch::toKm).max().orElseThrow();
    List<Mouth> mouths = Mouths.of(network, sources.layers().locator(), line, first, last);
    List<Stretch> sections = sections(stretches, mouths);
    crew.progress().check();
    AreaReach reach = new AreaReach(network, question.weight(), question.terms().reachMinutes());
    double[][] minutes = minutes(reach, line, sections, mouths, crew);
    List<List<Crossings>> crossings =
        sections.stream()
            .map(
                section ->
                    question.shifts().stream()
                        .map(
                            shift ->
                                forecast.crossings(
                                    section.fromKm(), section.toKm(), shift, from, question.days()))
                        .toList())
            .toList();
    AreaChoice choice =
        new AreaChoice(
            question,
            sections,
            posts,
            minutes,
            sections.stream().map(this::station).toList(),
            crossings);
    AreaRefusals.requireReach(question, choice, posts);
    CoverageProblem problem = choice.problem(question.teams(), 0);
    CoverageSolution solution;
    List<Point> curve = new ArrayList<>();
    try {
      solution =
          MaximumCoverage.solve(
              problem,
              new CoverageLimits(question.seconds(), 0),
              crew.watchedBy(crew.progress().part(0.4, 0.7)));
      if (solution.status() != Status.STOPPED) {
        curve(choice, crossings, solution, curve, crew.watchedBy(crew.progress().part(0.7, 1)));
      }
    } catch (InfeasibleException impossible) {
      throw AreaRefusals.atOdds(question);
    }
    double[] interval = interval(problem, solution, crossings);
    Partition partition =
        new Partition(sections, choice.candidates(), Ranking.order(problem, solution.taken()));
    List<PatrolArea> areas =
        new AreaMaker(
                question, sources.layers().border(), line, network, reach, posts, forecast, from)
            .areas(partition, sections, mouths, minutes, this::station);
    PlannedAreas planned =
        new PlannedAreas(
            from,
            question.days(),
            question.shifts(),
            question.terms(),
            posts,
            teams(choice, solution),
            areas,
            forecast.basis().synthetic(),
            forecast.basis().dataVersion());
    List<Long> reached = new ArrayList<>();
    for (int post = 0; post < posts.size(); post++) {
      reached.add(choice.reached(post));
    }
    byte[] document =
        AreasWriter.write(
            new AreasWriter.Result(
                planned,
                chosen(choice, problem, solution, crossings, partition, areas),
                solution,
                interval[0],
                interval[1],
                curve,
                forecast,
                reached,
                reach.isApproximate()));
    return new ProcessResult(
        planned.dataVersion(),
        planned.synthetic(),
        List.of(new ProcessResult.Form("application/geo+json", document)),
        solution.status() == Status.STOPPED);
  }

  private List<Stretch> stretches(CrossingForecast forecast, Crew crew) {
    DetectionView view = sources.detections().get();
    DetectionFilter decided = question.filter().withSynthetic(forecast.basis().synthetic());
    List<Stretch> stretches =
        new StudyStretches(sources.layers().border(), sources.stretches().get())
            .of(decided, view, sources.effort().get(), crew).stream()
                .filter(stretch -> stretch.with() == question.with())
                .sorted(Comparator.comparingDouble(Stretch::fromKm))
                .toList();
    if (stretches.isEmpty()) {
      throw AreaRefusals.noBorder(question);
    }
    return apart(stretches);
  }

  /** What lies in two stretches belongs to the first. */
  private static List<Stretch> apart(List<Stretch> stretches) {
    List<Stretch> apart = new ArrayList<>();
    double end = 0;
    for (Stretch one : stretches) {
      if (one.toKm() > end + AreaChoice.JOINED_KM) {
        apart.add(new Stretch(one.with(), Math.max(end, one.fromKm()), one.toKm()));
        end = one.toKm();
      }
    }
    return apart;
  }

  private List<Stretch> sections(List<Stretch> stretches, List<Mouth> mouths) {
    List<Stretch> sections = new ArrayList<>();
    double[] mouthKm = mouths.stream().mapToDouble(Mouth::km).toArray();
    for (Stretch stretch : stretches) {
      double[] near =
          Arrays.stream(mouthKm)
              .filter(km -> km >= stretch.fromKm() && km <= stretch.toKm())
              .toArray();
      double[] cuts =
          BorderSections.cuts(
              stretch.fromKm(), stretch.toKm(), near, question.terms().areaMetres() / 2000);
      for (int i = 1; i < cuts.length; i++) {
        sections.add(new Stretch(stretch.with(), cuts[i - 1], cuts[i]));
      }
    }
    return sections;
  }

  /** From each post to each section: to the nearest place where a way comes to it. */
  private double[][] minutes(
      AreaReach reach, BorderLine line, List<Stretch> sections, List<Mouth> mouths, Crew crew) {
    List<LonLat> places = new ArrayList<>();
    List<Integer> sectionOf = new ArrayList<>();
    for (int section = 0; section < sections.size(); section++) {
      for (LonLat place : AreaMaker.waypoints(line, sections.get(section), mouths)) {
        places.add(place);
        sectionOf.add(section);
      }
    }
    double[][] minutes = new double[posts.size()][sections.size()];
    for (int post = 0; post < posts.size(); post++) {
      crew.progress().check();
      Arrays.fill(minutes[post], Double.POSITIVE_INFINITY);
      double[] found = reach.minutes(posts.get(post), places);
      for (int i = 0; i < found.length; i++) {
        int section = sectionOf.get(i);
        minutes[post][section] = Math.min(minutes[post][section], found[i]);
      }
    }
    return minutes;
  }

  /** The station that answers for the middle of a stretch; empty where none does. */
  private String station(Stretch stretch) {
    double middle = (stretch.fromKm() + stretch.toKm()) / 2;
    return sources.stretches().get().stream()
        .filter(one -> one.stretch().contains(stretch.with(), middle))
        .map(StationStretch::station)
        .findFirst()
        .orElse("");
  }

  private void curve(
      AreaChoice choice,
      List<List<Crossings>> crossings,
      CoverageSolution best,
      List<Point> curve,
      Crew crew)
      throws InfeasibleException {
    int until =
        question
            .curveTo()
            .orElse((int) Math.min(choice.room(), (long) question.teams() + CURVE_BEYOND));
    double seconds = Math.max(5, question.seconds() / 2) / Math.max(1, until);
    for (int teams = 1; teams <= until; teams++) {
      CoverageProblem problem = choice.problem(teams, Math.max(0, teams - question.teams()));
      Crew part =
          crew.watchedBy(
              crew.progress().part((teams - 1) / (double) until, teams / (double) until));
      CoverageSolution point;
      if (teams == question.teams()) {
        point = best;
      } else {
        try {
          point = MaximumCoverage.solve(problem, new CoverageLimits(seconds, CURVE_GAP), part);
        } catch (InfeasibleException tooFew) {
          // What has to be guarded takes more teams than these: the curve begins later.
          continue;
        }
      }
      double[] interval = interval(problem, point, crossings);
      curve.add(new Point(teams, point, interval[0], interval[1]));
      if (point.status() == Status.STOPPED) {
        return;
      }
    }
  }

  /** What is stopped where every section's expectation is at its lower or upper end at once. */
  private double[] interval(
      CoverageProblem problem, CoverageSolution solution, List<List<Crossings>> crossings) {
    double[] covered = problem.covered(solution.taken());
    int shifts = question.shifts().size();
    double days = question.days() * question.dutyShare();
    double[] interval = new double[2];
    for (int demand = 0; demand < covered.length; demand++) {
      Crossings one = crossings.get(demand / shifts).get(demand % shifts);
      interval[0] += covered[demand] * one.low() * days;
      interval[1] += covered[demand] * one.high() * days;
    }
    return interval;
  }

  private List<Team> teams(AreaChoice choice, CoverageSolution solution) {
    Map<String, Integer> count = new TreeMap<>(question.teamsOfPost());
    if (count.isEmpty()) {
      for (int site = 0; site < solution.taken().length; site++) {
        if (solution.taken()[site] > 0) {
          String code = posts.get(choice.candidates().get(site).post()).code();
          count.merge(code, solution.taken()[site], Integer::sum);
        }
      }
    }
    List<Team> teams = new ArrayList<>();
    count.forEach(
        (station, number) -> {
          for (int i = 1; i <= number; i++) {
            teams.add(Team.of(station, i));
          }
        });
    return teams;
  }

  private List<Chosen> chosen(
      AreaChoice choice,
      CoverageProblem problem,
      CoverageSolution solution,
      List<List<Crossings>> crossings,
      Partition partition,
      List<PatrolArea> areas) {
    int[] order = Ranking.order(problem, solution.taken());
    double[] adds = Ranking.marginals(problem, solution.taken());
    List<Chosen> chosen = new ArrayList<>();
    for (int rank = 0; rank < order.length; rank++) {
      AreaChoice.Candidate one = choice.candidates().get(order[rank]);
      double[] share = share(one, crossings);
      Shift shift = question.shifts().get(one.shift());
      int area = partition.areaOf(order[rank]);
      chosen.add(
          new Chosen(
              rank + 1,
              areas.get(area),
              posts.get(one.post()),
              shift,
              1,
              one.minutes(),
              one.onSiteHours(),
              adds[rank],
              adds[rank] * share[0],
              adds[rank] * share[1]));
    }
    return chosen;
  }

  /** Lower and upper end of what is expected in an area, as shares of its value. */
  private static double[] share(AreaChoice.Candidate one, List<List<Crossings>> crossings) {
    double value = 0;
    double low = 0;
    double high = 0;
    for (int section = one.first(); section < one.end(); section++) {
      Crossings at = crossings.get(section).get(one.shift());
      value += at.value();
      low += at.low();
      high += at.high();
    }
    return value > 0 ? new double[] {low / value, high / value} : new double[] {0, 0};
  }
}
