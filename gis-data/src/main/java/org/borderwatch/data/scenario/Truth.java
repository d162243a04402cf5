package org.borderwatch.data.scenario;

import java.util.List;

/** What was planted: what an analysis of the demo should find. */
public record Truth(List<Mouth> mouths) {
  public Truth {
    mouths = List.copyOf(mouths);
  }

  /** The one mouth whose flow trebles over the five half-years. */
  public Mouth growing() {
    return only(Mouth.Trend.GROWING);
  }

  /** The one mouth whose flow falls to a third. */
  public Mouth fading() {
    return only(Mouth.Trend.FADING);
  }

  /** Strong mouths at which hardly ever anybody looks. */
  public List<Mouth> hardlyPatrolled() {
    return mouths.stream().filter(Mouth::hardlyPatrolled).toList();
  }

  private Mouth only(Mouth.Trend trend) {
    return mouths.stream().filter(mouth -> mouth.trend() == trend).findAny().orElseThrow();
  }
}
