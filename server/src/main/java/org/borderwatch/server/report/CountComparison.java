package org.borderwatch.server.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.data.Word;
import org.borderwatch.server.hotspot.local.StandardNormal;

/**
 * A count beside that of the same period.
 *
 * <p>Events: the ratio of two Poisson counts over periods of equal length, with the exact test of
 * {@link RateRatio}. Persons: where the sizes of groups are known, each count is a compound Poisson
 * sum whose variance is the sum of squared sizes, so that the logarithm of the ratio has the
 * variance {@code q1/n1² + q2/n2²} (delta method); interval and p are normal. Where they aren't
 * known, persons are taken as independent, which the reading says: the true interval is wider.
 * Work: difference and percent alone.
 *
 * @param kind what is counted
 * @param current this period; empty where nobody has reported
 * @param previous the same period; empty where there is none
 * @param ratio current / previous with its 95 % interval and p; empty where it can't be said
 * @param reading what may be said of the change
 */
public record CountComparison(
    CountKind kind,
    Optional<Tally> current,
    Optional<Tally> previous,
    Optional<RateRatio> ratio,
    Reading reading) {
  private static final double EVIDENCE = 0.05;
  private static final double Z_95 = 1.959963984540054;

  /** What may be said of a change. */
  public enum Reading implements Word {
    /** This period is not reported. */
    NOT_REPORTED,
    /** There is nothing to compare with. */
    NO_SAME_PERIOD,
    SAME,
    /** The difference may be chance. */
    NO_EVIDENCE,
    LESS,
    MORE,
    /** Work: less or more is what it is, and no test is asked. */
    WORK_LESS,
    WORK_MORE
  }

  /** Compares. O(smaller count) for events. */
  public static CountComparison of(
      CountKind kind, Optional<Tally> current, Optional<Tally> previous) {
    if (current.isEmpty()) {
      return new CountComparison(kind, current, previous, Optional.empty(), Reading.NOT_REPORTED);
    }
    if (previous.isEmpty()) {
      return new CountComparison(kind, current, previous, Optional.empty(), Reading.NO_SAME_PERIOD);
    }
    long now = current.get().value();
    long then = previous.get().value();
    if (kind == CountKind.WORK) {
      Reading reading =
          now == then ? Reading.SAME : now < then ? Reading.WORK_LESS : Reading.WORK_MORE;
      return new CountComparison(kind, current, previous, Optional.empty(), reading);
    }
    RateRatio ratio =
        kind == CountKind.PERSONS
            ? persons(current.get(), previous.get())
            : RateRatio.of(now, then);
    Reading reading = reading(now, then, ratio.p());
    return new CountComparison(kind, current, previous, Optional.of(ratio), reading);
  }

  /** What a test says of a change. */
  static Reading reading(double now, double then, double p) {
    if (now == then) {
      return Reading.SAME;
    }
    if (!(p < EVIDENCE)) {
      return Reading.NO_EVIDENCE;
    }
    return now < then ? Reading.LESS : Reading.MORE;
  }

  private static RateRatio persons(Tally now, Tally then) {
    if (now.squares().isEmpty()
        || then.squares().isEmpty()
        || now.value() == 0
        || then.value() == 0) {
      return RateRatio.of(now.value(), then.value());
    }
    double n1 = now.value();
    double n2 = then.value();
    double error =
        Math.sqrt(
            now.squares().getAsDouble() / (n1 * n1) + then.squares().getAsDouble() / (n2 * n2));
    double ratio = n1 / n2;
    double reach = Z_95 * error;
    double p = StandardNormal.twoSidedP(Math.log(ratio) / error);
    return new RateRatio(ratio, ratio * Math.exp(-reach), ratio * Math.exp(reach), p);
  }

  /** Whether persons were taken as independent, so that the true interval is wider. */
  public boolean personsTakenAsIndependent() {
    return kind == CountKind.PERSONS
        && ratio.isPresent()
        && (current.orElseThrow().squares().isEmpty()
            || previous.orElseThrow().squares().isEmpty());
  }

  /** Whether one of the counts is known only from below, so that the difference is too. */
  public boolean isApproximate() {
    return current.map(Tally::atLeast).orElse(false) || previous.map(Tally::atLeast).orElse(false);
  }

  /** Current less previous. */
  public Optional<Long> difference() {
    return current.flatMap(now -> previous.map(then -> now.value() - then.value()));
  }

  /** The difference as a share of the previous, in percent; empty where that is 0. */
  public OptionalDouble percent() {
    return previous.map(Tally::value).orElse(0L) > 0 && current.isPresent()
        ? OptionalDouble.of(100.0 * difference().orElseThrow() / previous.orElseThrow().value())
        : OptionalDouble.empty();
  }
}
