package org.borderwatch.server.hotspot.emerging;

import java.util.Locale;

/**
 * What became of a place over time: the seventeen labels of the emerging hot spot analysis.
 *
 * <p>A place has a series of bins, each significantly hot, significantly cold or neither, and a
 * trend of its scores. The last bin decides between hot and cold; so exactly one label fits every
 * series, and swapping hot and cold swaps the labels. Where the last bin is neither, only
 * "historical" remains. <b>90 %</b> is at least nine tenths of all bins, counted in whole numbers.
 * A trend is one whose p is at most the level asked for.
 *
 * <p>Source: the definitions published with ArcGIS Pro, <i>How Emerging Hot Spot Analysis
 * works</i>, here in our words. They leave open what a place is that has two of them; we take the
 * first in their order. So a place that was cold once and turned hot for the first time is new (or
 * consecutive), as nothing in those definitions asks about cold; it is oscillating from its second
 * hot run on. And a place that was hot for 90 % and is now cold is new cold, not historical hot.
 */
public enum EmergingLabel {
  /** Hot in the last bin, never hot before. */
  NEW_HOT_SPOT,

  /**
   * Hot in the last two bins or more without a gap, never hot before them, and for less than 90 %.
   */
  CONSECUTIVE_HOT_SPOT,

  /** Hot for 90 %, the last bin among them, and its scores rise. */
  INTENSIFYING_HOT_SPOT,

  /** Hot for 90 %, the last bin among them, and its scores neither rise nor fall. */
  PERSISTENT_HOT_SPOT,

  /** Hot for 90 %, the last bin among them, and its scores fall. */
  DIMINISHING_HOT_SPOT,

  /** Hot in the last bin, on and off before, for less than 90 %, and never cold. */
  SPORADIC_HOT_SPOT,

  /** Hot in the last bin, on and off before, for less than 90 %, and cold at some time. */
  OSCILLATING_HOT_SPOT,

  /** Neither hot nor cold in the last bin, but hot for 90 %. */
  HISTORICAL_HOT_SPOT,

  /** Cold in the last bin, never cold before. */
  NEW_COLD_SPOT,

  /**
   * Cold in the last two bins or more without a gap, never cold before them, and for less than 90
   * %.
   */
  CONSECUTIVE_COLD_SPOT,

  /** Cold for 90 %, the last bin among them, and its scores fall: ever colder. */
  INTENSIFYING_COLD_SPOT,

  /** Cold for 90 %, the last bin among them, and its scores neither rise nor fall. */
  PERSISTENT_COLD_SPOT,

  /** Cold for 90 %, the last bin among them, and its scores rise: less cold. */
  DIMINISHING_COLD_SPOT,

  /** Cold in the last bin, on and off before, for less than 90 %, and never hot. */
  SPORADIC_COLD_SPOT,

  /** Cold in the last bin, on and off before, for less than 90 %, and hot at some time. */
  OSCILLATING_COLD_SPOT,

  /** Neither hot nor cold in the last bin, but cold for 90 %. */
  HISTORICAL_COLD_SPOT,

  /** None of the others. */
  NO_PATTERN_DETECTED;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

  /** As it stands in results: {@code new hot spot}, {@code no pattern detected}. */
  public String label() {
    return label;
  }

  /**
   * The label of a place. O(bins).
   *
   * @param hotOrCold for each bin in order of time: 1 hot, -1 cold, 0 neither
   * @param trend of the scores of the bins
   * @param trendAlpha the level at which the trend counts
   */
  public static EmergingLabel of(int[] hotOrCold, MannKendall trend, double trendAlpha) {
    int bins = hotOrCold.length;
    int hot = 0;
    int cold = 0;
    for (int bin : hotOrCold) {
      if (bin < -1 || bin > 1) {
        throw new IllegalArgumentException("A bin is " + bin + "; it must be 1, -1 or 0.");
      }
      hot += bin == 1 ? 1 : 0;
      cold += bin == -1 ? 1 : 0;
    }
    int direction = trend.p() <= trendAlpha ? (int) Math.signum(trend.z()) : 0;
    int last = bins == 0 ? 0 : hotOrCold[bins - 1];
    return switch (last) {
      case 1 -> hotLabel(hotOrCold, 1, hot, cold, direction);
      case -1 -> hotLabel(hotOrCold, -1, cold, hot, -direction).mirrored();
      default ->
          bins > 0 && most(hot, bins)
              ? HISTORICAL_HOT_SPOT
              : bins > 0 && most(cold, bins) ? HISTORICAL_COLD_SPOT : NO_PATTERN_DETECTED;
    };
  }

  /** The hot label of a series whose last bin is of a sign, taken as hot. */
  private static EmergingLabel hotLabel(
      int[] series, int sign, int same, int opposite, int direction) {
    int run = 0;
    while (run < series.length && series[series.length - 1 - run] == sign) {
      run++;
    }
    if (same == 1) {
      return NEW_HOT_SPOT;
    }
    if (most(same, series.length)) {
      return direction > 0
          ? INTENSIFYING_HOT_SPOT
          : direction < 0 ? DIMINISHING_HOT_SPOT : PERSISTENT_HOT_SPOT;
    }
    if (same == run) {
      return CONSECUTIVE_HOT_SPOT;
    }
    return opposite == 0 ? SPORADIC_HOT_SPOT : OSCILLATING_HOT_SPOT;
  }

  /** Whether it is 90 % of the bins or more. */
  private static boolean most(int some, int bins) {
    return 10L * some >= 9L * bins;
  }

  /** Hot for cold and cold for hot. */
  private EmergingLabel mirrored() {
    int half = values().length / 2;
    return this == NO_PATTERN_DETECTED ? this : values()[(ordinal() + half) % (2 * half)];
  }
}
