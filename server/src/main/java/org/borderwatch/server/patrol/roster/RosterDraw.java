package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.game.PatrolLp;

/**
 * Draws a roster that nobody can foresee and everybody can do.
 *
 * <ol>
 *   <li>A linear program shares each post's teams out among weeks of duty and rest ({@link
 *       TurnPatterns}); teams draw such weeks, so reach, hours and rest hold by construction.
 *   <li>With the days on which each team is on duty known, {@link PatrolLp} says how often each
 *       post guards each area, so that on every day the shares can be had by whole teams: no area
 *       would need two at once.
 *   <li>{@link FlowRounding} draws for every day which areas are guarded from which post: each as
 *       often as computed, in expectation exactly and over the days within one duty; which of the
 *       post's teams goes where is shuffled.
 * </ol>
 */
public final class RosterDraw {
  private static final double NOTHING = 1e-9;

  private final PlannedAreas planned;
  private final SplittableRandom random;
  private final double caution;
  private final List<String> posts;
  private final int[] teams;
  private final int shifts;
  private final double[] values;
  private final double[][] stops;

  private RosterDraw(PlannedAreas planned, long seed, double caution) {
    this.planned = planned;
    this.random = new SplittableRandom(seed);
    this.caution = caution;
    this.posts = planned.teams().stream().map(Team::station).distinct().toList();
    this.shifts = planned.shifts().size();
    this.teams =
        posts.stream()
            .mapToInt(
                post ->
                    (int)
                        planned.teams().stream()
                            .filter(team -> team.station().equals(post))
                            .count())
            .toArray();
    this.values = new double[planned.areas().size() * shifts];
    this.stops = new double[posts.size()][values.length];
    for (int target = 0; target < values.length; target++) {
      PatrolArea area = planned.areas().get(target / shifts);
      values[target] = area.crossings().get(target % shifts).value();
      for (int post = 0; post < teams.length; post++) {
        double hours = planned.onSiteHours(new Team("", posts.get(post)), area);
        stops[post][target] =
            hours >= RosterCheck.LEAST_ON_SITE_HOURS
                ? planned.terms().meets(hours, area.lengthMetres())
                : 0;
      }
    }
  }

  /**
   * Draws it.
   *
   * @param seed the same seed gives the same roster
   * @param caution 1: as good as can be against somebody who watches; 0: as much as can be stopped
   *     where nobody does
   * @throws NoRosterException when there is nothing to draw, with the reason
   */
  public static DrawnRoster of(PlannedAreas planned, long seed, double caution)
      throws NoRosterException {
    return new RosterDraw(planned, seed, caution).draw();
  }

  private DrawnRoster draw() throws NoRosterException {
    require();
    List<int[]> weeks = TurnPatterns.of(planned.shifts(), planned.terms());
    if (weeks.isEmpty()) {
      throw new NoRosterException(
          "restHours",
          "Không ca nào để lại đủ giờ nghỉ; hãy giảm restHours hoặc giờ công.",
          "No duty leaves rest enough; lower restHours or hours.");
    }
    TeamTurns turns = TeamTurns.draw(teams, weeks, shares(weeks), shifts, planned.days(), random);
    PatrolLp.Solution solution = duties(turns);
    List<Assignment> duties = new ArrayList<>();
    for (int shift = 1; shift <= shifts; shift++) {
      assign(turns, solution.duties(), shift, duties);
    }
    duties.sort(
        Comparator.comparingInt(Assignment::day)
            .thenComparing(
                duty -> planned.teams().indexOf(planned.team(duty.team()).orElseThrow())));
    RosterWorth worth = RosterWorth.of(planned, duties);
    return new DrawnRoster(
        duties,
        coverage(solution.duties()),
        solution.evader(),
        worth.evader(),
        solution.fixedEvader(),
        worth,
        Displacement.of(planned, stopped(solution.duties())));
  }

  private void require() throws NoRosterException {
    if (planned.teams().isEmpty()) {
      throw new NoRosterException(
          "teams", "Không có tổ nào; hãy đặt số tổ.", "There are no teams; say how many.");
    }
    if (Arrays.stream(stops).flatMapToDouble(Arrays::stream).noneMatch(stop -> stop > 0)) {
      throw new NoRosterException(
          "reachMinutes",
          "Không tổ nào đến được khu vực nào trong tầm với và giờ công đã cho; hãy tăng reachMinutes hoặc hours.",
          "No team reaches any area within the given reach and hours; raise reachMinutes or hours.");
    }
  }

  /** How many teams of each post repeat each week, by what they could then guard. */
  private double[][] shares(List<int[]> weeks) {
    PatrolLp program = new PatrolLp(values, stops, planned.days());
    int[][] numbers = new int[posts.size()][weeks.size()];
    for (int post = 0; post < numbers.length; post++) {
      for (int week = 0; week < weeks.size(); week++) {
        numbers[post][week] = program.other(0, teams[post]);
      }
      program.fix(numbers[post], teams[post]);
      for (int shift = 0; shift < shifts; shift++) {
        double[] share = new double[weeks.size()];
        for (int week = 0; week < share.length; week++) {
          share[week] =
              TurnPatterns.mix(weeks.get(week), shifts)[shift]
                  * (double) planned.days()
                  / TurnPatterns.WEEK;
        }
        program.limitPost(post, targets(shift + 1), 0, numbers[post], share);
      }
    }
    double[] ones = new double[posts.size()];
    Arrays.fill(ones, 1);
    for (int target = 0; target < values.length; target++) {
      program.limitTarget(target, ones, planned.days());
    }
    double[] found = program.solve(caution).others();
    double[][] shares = new double[posts.size()][weeks.size()];
    for (int post = 0; post < shares.length; post++) {
      for (int week = 0; week < weeks.size(); week++) {
        shares[post][week] = found[numbers[post][week]];
      }
    }
    return shares;
  }

  /** How often each post guards each target over the days, on which its teams are known. */
  private PatrolLp.Solution duties(TeamTurns turns) {
    PatrolLp program = new PatrolLp(values, stops, planned.days());
    for (int shift = 1; shift <= shifts; shift++) {
      double[] all = new double[posts.size()];
      Set<List<Double>> days = new HashSet<>();
      for (int post = 0; post < all.length; post++) {
        for (int day = 0; day < planned.days(); day++) {
          all[post] += turns.onDuty(post, shift, day);
        }
        program.limitPost(post, targets(shift), all[post], new int[0], new double[0]);
      }
      for (int day = 0; day < planned.days(); day++) {
        List<Double> share = new ArrayList<>();
        for (int post = 0; post < all.length; post++) {
          share.add(all[post] == 0 ? 0 : turns.onDuty(post, shift, day) / all[post]);
        }
        days.add(share);
      }
      for (List<Double> share : days) {
        double[] shares = share.stream().mapToDouble(Double::doubleValue).toArray();
        for (int target : targets(shift)) {
          program.limitTarget(target, shares, 1);
        }
      }
    }
    return program.solve(caution);
  }

  private int[] targets(int shift) {
    return IntStream.range(0, planned.areas().size())
        .map(area -> area * shifts + shift - 1)
        .toArray();
  }

  /** Draws the areas of one shift for all days. */
  private void assign(TeamTurns turns, double[][] duties, int shift, List<Assignment> into) {
    FlowRounding flow = new FlowRounding();
    int sink = flow.node();
    int areas = planned.areas().size();
    // The last place is that of teams for which nothing is left: they rest.
    int[] overall = IntStream.rangeClosed(0, areas).map(i -> flow.node()).toArray();
    double[] sums = new double[areas + 1];
    List<int[]> chosen = new ArrayList<>();
    for (int day = 0; day < planned.days(); day++) {
      int[] today = new int[areas + 1];
      double[] sum = new double[areas + 1];
      Arrays.fill(today, -1);
      for (int post = 0; post < posts.size(); post++) {
        int onDuty = turns.onDuty(post, shift, day);
        if (onDuty == 0) {
          continue;
        }
        int row = flow.node();
        double[] shares = shares(turns, duties, post, shift, onDuty);
        for (int area = 0; area <= areas; area++) {
          if (shares[area] > NOTHING) {
            today[area] = today[area] < 0 ? flow.node() : today[area];
            int arc = flow.arc(row, today[area], shares[area]);
            sum[area] += shares[area];
            chosen.add(new int[] {arc, day, post, area});
          }
        }
      }
      for (int area = 0; area <= areas; area++) {
        if (today[area] >= 0) {
          flow.arc(today[area], overall[area], sum[area]);
          sums[area] += sum[area];
        }
      }
    }
    for (int area = 0; area <= areas; area++) {
      if (sums[area] > 0) {
        flow.arc(overall[area], sink, sums[area]);
      }
    }
    int[] rounded = flow.round(random);
    List<List<Integer>> free = new ArrayList<>();
    int[] last = {-1, -1};
    for (int[] one : chosen) {
      if (one[1] != last[0] || one[2] != last[1]) {
        free.clear();
        free.add(shuffledOnDuty(turns, one[2], shift, one[1]));
        last = new int[] {one[1], one[2]};
      }
      if (rounded[one[0]] > 0 && one[3] < areas) {
        int team = free.get(0).remove(0);
        into.add(
            new Assignment(
                one[1] + 1, shift, teamCode(one[2], team), planned.areas().get(one[3]).id()));
      }
    }
  }

  /** Expected duties of a post's teams today by area, and last those that nothing is left for. */
  private double[] shares(TeamTurns turns, double[][] duties, int post, int shift, int onDuty) {
    double all = 0;
    for (int day = 0; day < planned.days(); day++) {
      all += turns.onDuty(post, shift, day);
    }
    int areas = planned.areas().size();
    double[] shares = new double[areas + 1];
    double sum = 0;
    for (int area = 0; area < areas; area++) {
      shares[area] = duties[post][area * shifts + shift - 1] * onDuty / all;
      shares[area] = shares[area] <= NOTHING ? 0 : Math.min(1, shares[area]);
      sum += shares[area];
    }
    shares[areas] = Math.max(0, onDuty - sum);
    return shares;
  }

  private List<Integer> shuffledOnDuty(TeamTurns turns, int post, int shift, int day) {
    List<Integer> onDuty = new ArrayList<>();
    for (int team : SlotDraw.shuffled(teams[post], random)) {
      if (turns.shiftOf()[post][team][day] == shift) {
        onDuty.add(team);
      }
    }
    return onDuty;
  }

  private String teamCode(int post, int number) {
    return planned.teams().stream()
        .filter(team -> team.station().equals(posts.get(post)))
        .skip(number)
        .findFirst()
        .orElseThrow()
        .code();
  }

  private Map<String, double[]> coverage(double[][] duties) {
    Map<String, double[]> coverage = new LinkedHashMap<>();
    for (int area = 0; area < planned.areas().size(); area++) {
      double[] shares = new double[shifts];
      for (int shift = 0; shift < shifts; shift++) {
        for (double[] post : duties) {
          shares[shift] += post[area * shifts + shift] / planned.days();
        }
      }
      coverage.put(planned.areas().get(area).id(), shares);
    }
    return coverage;
  }

  private double[][] stopped(double[][] duties) {
    double[][] stopped = new double[planned.areas().size()][shifts];
    for (int target = 0; target < values.length; target++) {
      for (int post = 0; post < stops.length; post++) {
        stopped[target / shifts][target % shifts] +=
            stops[post][target] * duties[post][target] / planned.days();
      }
    }
    return stopped;
  }
}
