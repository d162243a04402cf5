package org.borderwatch.server.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.borderwatch.server.detection.DetectionView.StepCount;
import org.borderwatch.server.detection.TimeStep;

/**
 * Counts along the calendar without holes.
 *
 * @param step length of a bin
 * @param bins one after the other; the first holds the first day, the last the last
 */
public record Histogram(TimeStep step, List<Bin> bins) {
  /** From the start of the day {@code from} to before that of {@code until}, in Viet Nam. */
  public record Bin(LocalDate from, LocalDate until, long detections, long persons) {}

  /**
   * Fills the holes between {@code counts} from {@code firstDay} to {@code lastDay}, both included.
   */
  public static Histogram of(
      TimeStep step, LocalDate firstDay, LocalDate lastDay, List<StepCount> counts) {
    Map<LocalDate, StepCount> byStart =
        counts.stream().collect(Collectors.toMap(StepCount::start, Function.identity()));
    List<Bin> bins = new ArrayList<>();
    for (LocalDate start = step.start(firstDay);
        !start.isAfter(lastDay);
        start = step.next(start)) {
      StepCount count = byStart.getOrDefault(start, new StepCount(start, 0, 0));
      bins.add(new Bin(start, step.next(start), count.detections(), count.persons()));
    }
    return new Histogram(step, List.copyOf(bins));
  }

  /** How many bins a period of that length needs, at most. */
  public static long binsNeeded(TimeStep step, LocalDate firstDay, LocalDate lastDay) {
    long days = lastDay.toEpochDay() - firstDay.toEpochDay() + 1;
    return switch (step) {
      case DAY -> days;
      case WEEK -> days / 7 + 2;
      case MONTH -> days / 28 + 2;
    };
  }
}
