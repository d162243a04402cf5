package org.borderwatch.bench.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.borderwatch.server.patrol.roster.Assignment;

/** What is done without a plan: everywhere alike, at random, or where most was seen. */
final class Rivals {
  private Rivals() {}

  /** Each duty goes to the area and shift in reach that was visited least so far. */
  static Strategy uniform() {
    return strategy(
        "uniform",
        ground -> {
          double[][] efforts = ground.efforts();
          DutyDays days = days(ground);
          int[][] visits = new int[ground.areas()][ground.shifts()];
          return (week, knowledge, random) -> {
            List<Assignment> duties = new ArrayList<>();
            for (int day = 0; day < Ground.WEEK; day++) {
              for (int team = 0; team < efforts.length; team++) {
                if (days.isOn(team, day)) {
                  int shift = (days.block(team, week, day) + team) % ground.shifts();
                  int area = least(visits, shift, efforts[team], random);
                  visits[area][shift]++;
                  duties.add(duty(ground, day, shift, team, area));
                }
              }
            }
            return duties;
          };
        });
  }

  private static int least(int[][] visits, int shift, double[] efforts, SplittableRandom random) {
    int least = -1;
    int ties = 0;
    for (int area = 0; area < visits.length; area++) {
      if (efforts[area] > 0) {
        int before = least < 0 ? Integer.MAX_VALUE : visits[least][shift];
        ties = visits[area][shift] < before ? 1 : visits[area][shift] == before ? ties + 1 : ties;
        if (visits[area][shift] < before
            || visits[area][shift] == before && random.nextInt(ties) == 0) {
          least = area;
        }
      }
    }
    return least;
  }

  /** Each duty draws an area in reach, and each team a shift whenever it has rested. */
  static Strategy random() {
    return strategy(
        "random",
        ground -> {
          double[][] efforts = ground.efforts();
          DutyDays days = days(ground);
          int[] shiftOf = new int[efforts.length];
          return (week, knowledge, random) -> {
            List<Assignment> duties = new ArrayList<>();
            for (int team = 0; team < efforts.length; team++) {
              double[] own = efforts[team];
              int[] reached =
                  IntStream.range(0, own.length).filter(area -> own[area] > 0).toArray();
              for (int day = 0; day < Ground.WEEK; day++) {
                if (days.isFirst(team, day) || week + day == 0) {
                  shiftOf[team] = random.nextInt(ground.shifts());
                }
                if (days.isOn(team, day)) {
                  int area = reached[random.nextInt(reached.length)];
                  duties.add(duty(ground, day, shiftOf[team], team, area));
                }
              }
            }
            return duties;
          };
        });
  }

  /** Areas and shifts where most was seen, the hottest first, each by the team that is nearest. */
  static Strategy hottest() {
    return strategy(
        "always the hottest",
        ground -> {
          double[][] efforts = ground.efforts();
          DutyDays days = days(ground);
          return (week, knowledge, random) -> {
            double[][] heat = knowledge.plainCounts();
            List<Assignment> duties = new ArrayList<>();
            boolean[] sent = new boolean[efforts.length];
            for (int next = 0; next < efforts.length; next++) {
              int[] best = hottestInReach(heat, efforts, sent);
              sent[best[0]] = true;
              heat[best[1]][best[2]] = -1;
              for (int day = 0; day < Ground.WEEK; day++) {
                if (days.isOn(best[0], day)) {
                  duties.add(duty(ground, day, best[2], best[0], best[1]));
                }
              }
            }
            return duties;
          };
        });
  }

  private static int[] hottestInReach(double[][] heat, double[][] efforts, boolean[] sent) {
    int[] best = {-1, -1, -1};
    for (int team = 0; team < efforts.length; team++) {
      for (int area = 0; area < heat.length && !sent[team]; area++) {
        for (int shift = 0; shift < heat[area].length && efforts[team][area] > 0; shift++) {
          double ahead = best[0] < 0 ? 1 : heat[area][shift] - heat[best[1]][best[2]];
          if (ahead > 0 || ahead == 0 && efforts[team][area] > efforts[best[0]][best[1]]) {
            best = new int[] {team, area, shift};
          }
        }
      }
    }
    return best;
  }

  static DutyDays days(Ground ground) {
    return new DutyDays(ground.teams().size(), ground.planned().terms().dutiesPerWeek());
  }

  static Assignment duty(Ground ground, int day, int shift, int team, int area) {
    return new Assignment(
        day + 1,
        shift + 1,
        ground.teams().get(team).code(),
        ground.planned().areas().get(area).id());
  }

  /** How a planner begins. */
  interface Begin {
    Strategy.Planner in(Ground ground);
  }

  static Strategy strategy(String name, Begin begin) {
    return new Strategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Planner begin(Ground ground) {
        return begin.in(ground);
      }
    };
  }
}
