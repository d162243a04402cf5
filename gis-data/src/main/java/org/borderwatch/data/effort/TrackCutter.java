package org.borderwatch.data.effort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes legs of recorded fixes: leaves out what is no effort, and fixes that say nothing new.
 *
 * <p>A leg is simplified in space and time (top-down time ratio, Meratnia and de By 2004): at every
 * moment the patrol is within {@value #TOLERANCE_METRES} m of where it was recorded. What is left
 * stays as it is when it is simplified again. Not for several threads.
 */
final class TrackCutter {
  private static final double TOLERANCE_METRES = 10;

  private final double maxMetresASecond;
  private final long longestGapSeconds;
  private final List<List<Fix>> legs = new ArrayList<>();
  private final List<Fix> leg = new ArrayList<>();
  private final Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);

  /** Cuts pieces that are faster, or longer without a fix. */
  TrackCutter(double maxSpeedKmh, long longestGapSeconds) {
    maxMetresASecond = maxSpeedKmh / 3.6;
    this.longestGapSeconds = longestGapSeconds;
  }

  /** The fixes of one line of a file, in their order; times don't fall. */
  void line(List<Fix> fixes) {
    for (Fix fix : fixes) {
      if (leg.isEmpty()) {
        leg.add(fix);
        continue;
      }
      Fix last = leg.get(leg.size() - 1);
      long seconds = fix.second() - last.second();
      double metres = last.metresTo(fix);
      if (seconds == 0 && metres == 0) {
        drop(DropReason.REPEATED);
      } else if (seconds == 0 || metres > maxMetresASecond * seconds) {
        drop(DropReason.TOO_FAST);
        end();
        leg.add(fix);
      } else if (seconds > longestGapSeconds) {
        drop(DropReason.GAP);
        end();
        leg.add(fix);
      } else {
        leg.add(fix);
      }
    }
    end();
  }

  private void drop(DropReason why) {
    dropped.merge(why, 1, Integer::sum);
  }

  private void end() {
    if (leg.size() >= 2) {
      legs.add(simplified(leg));
    }
    leg.clear();
  }

  List<List<Fix>> legs() {
    return legs;
  }

  /** How many pieces were left out, by reason. */
  Map<DropReason, Integer> dropped() {
    return dropped;
  }

  private static List<Fix> simplified(List<Fix> fixes) {
    BitSet kept = new BitSet(fixes.size());
    kept.set(0);
    kept.set(fixes.size() - 1);
    int[] open = {0, fixes.size() - 1};
    int size = 2;
    while (size > 0) {
      int until = open[--size];
      int from = open[--size];
      int farthest = farthest(fixes, from, until);
      if (farthest > 0) {
        kept.set(farthest);
        if (size + 4 > open.length) {
          open = Arrays.copyOf(open, 2 * open.length + 4);
        }
        open[size++] = from;
        open[size++] = farthest;
        open[size++] = farthest;
        open[size++] = until;
      }
    }
    return kept.stream().mapToObj(fixes::get).toList();
  }

  /** The fix farthest from where even speed would have it, -1 when all are near. */
  private static int farthest(List<Fix> fixes, int from, int until) {
    Fix one = fixes.get(from);
    Fix other = fixes.get(until);
    double lonMetres = 111_320 * Math.cos(Math.toRadians(one.lat()));
    double most = TOLERANCE_METRES;
    int found = -1;
    for (int i = from + 1; i < until; i++) {
      Fix fix = fixes.get(i);
      double along = (double) (fix.second() - one.second()) / (other.second() - one.second());
      double dx = (fix.lon() - one.lon() - along * (other.lon() - one.lon())) * lonMetres;
      double dy = (fix.lat() - one.lat() - along * (other.lat() - one.lat())) * 110_750;
      double metres = Math.sqrt(dx * dx + dy * dy);
      if (metres > most) {
        most = metres;
        found = i;
      }
    }
    return found;
  }
}
