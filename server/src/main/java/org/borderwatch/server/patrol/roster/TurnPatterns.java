package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Shift;

/**
 * Weeks that a team can repeat for ever: for each day the number of a shift, or 0 for rest, with
 * rest enough between duties, from one week to the next as well. One week for each mix of shifts
 * that can't be had with a duty more.
 */
final class TurnPatterns {
  static final int WEEK = 7;

  private TurnPatterns() {}

  /** The weeks; none with a duty where no duty leaves rest enough. */
  static List<int[]> of(List<Shift> shifts, DutyTerms terms) {
    Map<List<Integer>, int[]> byMix = new LinkedHashMap<>();
    search(new int[WEEK], 0, shifts, terms, byMix);
    List<int[]> weeks = new ArrayList<>();
    byMix.forEach(
        (mix, week) -> {
          boolean most = byMix.keySet().stream().noneMatch(other -> isMore(other, mix));
          if (most && mix.stream().anyMatch(duties -> duties > 0)) {
            weeks.add(week);
          }
        });
    return weeks;
  }

  /** How many duties of each shift a week has, by number less one. */
  static int[] mix(int[] week, int shifts) {
    int[] mix = new int[shifts];
    for (int shift : week) {
      if (shift > 0) {
        mix[shift - 1]++;
      }
    }
    return mix;
  }

  private static boolean isMore(List<Integer> one, List<Integer> other) {
    boolean more = !one.equals(other);
    for (int i = 0; i < one.size(); i++) {
      more &= one.get(i) >= other.get(i);
    }
    return more;
  }

  private static void search(
      int[] week, int day, List<Shift> shifts, DutyTerms terms, Map<List<Integer>, int[]> found) {
    if (day == WEEK) {
      if (isRestful(week, shifts, terms)) {
        int[] mix = mix(week, shifts.size());
        found.putIfAbsent(Arrays.stream(mix).boxed().toList(), week.clone());
      }
      return;
    }
    long duties = Arrays.stream(week).limit(day).filter(shift -> shift > 0).count();
    int most = duties < terms.dutiesPerWeek() ? shifts.size() : 0;
    for (int shift = 0; shift <= most; shift++) {
      week[day] = shift;
      search(week, day + 1, shifts, terms, found);
    }
    week[day] = 0;
  }

  private static boolean isRestful(int[] week, List<Shift> shifts, DutyTerms terms) {
    for (int day = 0; day < WEEK; day++) {
      for (int later = 1; later <= WEEK && week[day] > 0; later++) {
        int next = week[(day + later) % WEEK];
        if (next > 0
            && restHours(shifts.get(week[day] - 1), shifts.get(next - 1), later)
                < terms.restHours()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Hours between the end of one duty and the begin of another some days later. */
  static double restHours(Shift first, Shift second, int daysLater) {
    double begin = first.from().toSecondOfDay() / 3600.0;
    double next = second.from().toSecondOfDay() / 3600.0;
    return 24.0 * daysLater + next - begin - first.hours();
  }
}
