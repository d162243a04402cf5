package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.place.Gate;
import org.borderwatch.data.place.Units;

/**
 * Where people cross: a mouth every 2 to 6 km of the Lạng Sơn border, in the lowest place about,
 * and the gates. Strength is log-normal and falls with height. Planted among them: one mouth that
 * grows, one that fades, and three of the strongest that are hardly ever patrolled.
 */
final class TrailMouths {
  private static final double GROWING_NEAR_KM = 1_192;
  private static final double FADING_NEAR_KM = 1_108;
  private static final int HARDLY_PATROLLED = 3;

  /** Planted mouths stand apart, so that each can be told from the others on a map. */
  private static final double PLANTED_APART_KM = 12;

  private final long seed;
  private final LandBorder border;
  private final BorderLine line;
  private final Relief relief;

  private TrailMouths(long seed, LandBorder border) {
    this.seed = seed;
    this.border = border;
    this.line = border.line(Neighbour.CN);
    this.relief = new Relief(seed);
  }

  static List<Mouth> of(long seed, LandBorder border, BorderLocator locator, List<Gate> gates) {
    TrailMouths mouths = new TrailMouths(seed, border);
    List<Draft> drafts = mouths.alongTheLine();
    plant(drafts);
    for (Gate gate : gates) {
      double km = locator.locate(gate.lon(), gate.lat()).km();
      double strength =
          Draws.of(seed, Draws.Link.MOUTHS, 1_000 + drafts.size()).logNormal(0.5, 0.4);
      drafts.add(new Draft(km, strength, Setting.GATE));
    }
    double sum = drafts.stream().mapToDouble(draft -> draft.strength).sum();
    List<Mouth> all = new ArrayList<>();
    for (Draft draft : drafts) {
      all.add(mouths.mouth(all.size(), draft, sum));
    }
    return List.copyOf(all);
  }

  private List<Draft> alongTheLine() {
    Stretch stretch = Units.LANG_SON_BORDER;
    List<Draft> drafts = new ArrayList<>();
    double at = stretch.fromKm() + 1;
    while (at < stretch.toKm() - 1) {
      Draws draws = Draws.of(seed, Draws.Link.MOUTHS, drafts.size());
      double km = lowestNear(at);
      double height = height(km);
      double strength = draws.logNormal(1, 0.9) * StrictMath.exp((600 - height) / 500);
      drafts.add(new Draft(km, strength, setting(draws, height)));
      at += draws.between(2.4, 5.6);
    }
    return drafts;
  }

  private double lowestNear(double km) {
    double lowest = km;
    for (double near = km - 0.6; near <= km + 0.6; near += 0.2) {
      lowest = height(near) < height(lowest) ? near : lowest;
    }
    return lowest;
  }

  private double height(double km) {
    LonLat point = line.pointAt(km);
    return relief.heightMetres(point.lon(), point.lat());
  }

  private static Setting setting(Draws draws, double height) {
    double low = height < 500 ? 1 : 0.3;
    double at = draws.uniform();
    if (at < 0.16 * low) {
      return Setting.RIVER;
    }
    return at < 0.36 * low ? Setting.ROAD : Setting.TRAIL;
  }

  private static void plant(List<Draft> drafts) {
    double mean = drafts.stream().mapToDouble(draft -> draft.strength).average().orElseThrow();
    nearest(drafts, GROWING_NEAR_KM).becomes(Mouth.Trend.GROWING, 2.2 * mean);
    nearest(drafts, FADING_NEAR_KM).becomes(Mouth.Trend.FADING, 2.2 * mean);
    List<Draft> planted =
        new ArrayList<>(drafts.stream().filter(d -> d.trend != Mouth.Trend.STEADY).toList());
    List<Draft> strongest =
        drafts.stream().sorted(Comparator.comparingDouble((Draft d) -> -d.strength)).toList();
    for (Draft draft : strongest) {
      boolean apart =
          planted.stream().allMatch(other -> Math.abs(other.km - draft.km) > PLANTED_APART_KM);
      if (apart && planted.size() < 2 + HARDLY_PATROLLED) {
        draft.hardlyPatrolled = true;
        draft.strength = Math.max(draft.strength, 1.6 * mean);
        planted.add(draft);
      }
    }
  }

  private static Draft nearest(List<Draft> drafts, double km) {
    return drafts.stream()
        .min(Comparator.comparingDouble(draft -> Math.abs(draft.km - km)))
        .orElseThrow();
  }

  private Mouth mouth(int no, Draft draft, double sum) {
    LineFrame frame = LineFrame.at(border, line, draft.km);
    return new Mouth(
        no,
        frame.origin(),
        draft.km,
        draft.setting,
        draft.strength / sum,
        draft.trend,
        draft.hardlyPatrolled,
        frame.inwardLon(),
        frame.inwardLat(),
        frame.alongLon(),
        frame.alongLat(),
        frame.depthMetres(border));
  }

  /** A mouth while the list is being made. */
  private static final class Draft {
    private final double km;
    private Setting setting;
    private double strength;
    private Mouth.Trend trend = Mouth.Trend.STEADY;
    private boolean hardlyPatrolled;

    Draft(double km, double strength, Setting setting) {
      this.km = km;
      this.strength = strength;
      this.setting = setting;
    }

    void becomes(Mouth.Trend planted, double plantedStrength) {
      trend = planted;
      strength = plantedStrength;
      setting = Setting.TRAIL;
    }
  }
}
