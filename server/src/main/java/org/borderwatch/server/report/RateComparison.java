package org.borderwatch.server.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Events for each thousand hours of patrol, beside the same period.
 *
 * @param current now; empty without hours
 * @param previous then; empty without hours or without a same period
 * @param ratio current / previous with interval and p; empty where either is
 */
public record RateComparison(
    OptionalDouble current, OptionalDouble previous, Optional<RateRatio> ratio) {
  private static final double PER_HOURS = 1000;

  /** Events in hours of patrol. */
  public record Watched(long events, double hours) {
    OptionalDouble rate() {
      return hours > 0 ? OptionalDouble.of(PER_HOURS * events / hours) : OptionalDouble.empty();
    }
  }

  public static RateComparison of(Watched now, Optional<Watched> then) {
    OptionalDouble previous = then.map(Watched::rate).orElse(OptionalDouble.empty());
    Optional<RateRatio> ratio =
        now.hours() > 0 && previous.isPresent()
            ? then.map(
                before -> RateRatio.of(now.events(), now.hours(), before.events(), before.hours()))
            : Optional.empty();
    return new RateComparison(now.rate(), previous, ratio);
  }

  /** The difference as a share of the previous, in percent; empty where that is 0 or unknown. */
  public OptionalDouble percent() {
    return current.isPresent() && previous.isPresent() && previous.getAsDouble() > 0
        ? OptionalDouble.of(100 * (current.getAsDouble() / previous.getAsDouble() - 1))
        : OptionalDouble.empty();
  }

  /** What may be said of the change. */
  public CountComparison.Reading reading() {
    if (current.isEmpty()) {
      return CountComparison.Reading.NOT_REPORTED;
    }
    if (ratio.isEmpty()) {
      return CountComparison.Reading.NO_SAME_PERIOD;
    }
    return CountComparison.reading(current.getAsDouble(), previous.getAsDouble(), ratio.get().p());
  }
}
