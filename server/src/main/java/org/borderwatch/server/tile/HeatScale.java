package org.borderwatch.server.tile;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.detection.Weight;

/**
 * Seven classes on the 1-2-5 ladder. Its first step is set by the unit and the length of the period
 * alone, never by tile, view, zoom or filter, so that a colour means the same wherever it is seen.
 *
 * @param lowest lower bound of the first class, weight per km2 over the period: 1, 2 or 5 times a
 *     power of ten
 */
public record HeatScale(double lowest) {
  public static final int CLASSES = 7;

  /**
   * Two persons per km2 in half a year is the least that is drawn; a detection counts as four
   * persons.
   */
  private static final double PERSONS_PER_KM2_PER_DAY = 2.0 / 182;

  private static final double PERSONS_PER_DETECTION = 4;

  public HeatScale {
    if (!(lowest > 0) || Math.abs(ladder(lowest) / lowest - 1) > 1e-9) {
      throw new IllegalArgumentException("scale is " + lowest + "; 1, 2 or 5 times a power of ten");
    }
    lowest = ladder(lowest);
  }

  /** The scale for counts of {@code weight} over {@code days} days. */
  public static HeatScale of(Weight weight, double days) {
    double persons = PERSONS_PER_KM2_PER_DAY * Math.max(1, days);
    return new HeatScale(
        ladder(weight == Weight.PERSONS ? persons : persons / PERSONS_PER_DETECTION));
  }

  /** The lower bounds as a picture is made with them: the nearest floats. */
  float[] thresholds() {
    List<Double> bounds = bounds();
    float[] thresholds = new float[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      thresholds[i] = bounds.get(i).floatValue();
    }
    return thresholds;
  }

  /** The lower bounds of the classes, rising. */
  public List<Double> bounds() {
    List<Double> bounds = new ArrayList<>(CLASSES);
    double bound = lowest;
    for (int i = 0; i < CLASSES; i++) {
      bounds.add(bound);
      bound = next(bound);
    }
    return bounds;
  }

  /** The step of the ladder that is nearest to {@code value} in ratio. */
  private static double ladder(double value) {
    double decade = Math.floor(Math.log10(value) + 1e-9);
    double best = step(1, decade);
    for (double candidate : new double[] {step(2, decade), step(5, decade), step(1, decade + 1)}) {
      if (Math.abs(Math.log(candidate / value)) < Math.abs(Math.log(best / value))) {
        best = candidate;
      }
    }
    return best;
  }

  private static double next(double bound) {
    double decade = Math.floor(Math.log10(bound) + 1e-9);
    long digit = Math.round(bound / Math.pow(10, decade));
    return digit == 1 ? step(2, decade) : digit == 2 ? step(5, decade) : step(1, decade + 1);
  }

  /** digit * 10^decade, free of rounding noise below one. */
  private static double step(int digit, double decade) {
    return decade < 0 ? digit / Math.pow(10, -decade) : digit * Math.pow(10, decade);
  }
}
