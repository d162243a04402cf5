package org.borderwatch.data.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A closed choice with weights. Immutable; a pick costs a walk along the choices. */
final class Weighted<T> {
  private final List<T> choices;
  private final double[] upTo;

  Weighted(List<T> choices, double... weights) {
    if (choices.isEmpty() || choices.size() != weights.length) {
      throw new IllegalArgumentException("each choice needs a weight");
    }
    this.choices = List.copyOf(choices);
    upTo = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      upTo[i] = sum;
    }
  }

  /** The share of each choice, in their order; all add up to 1. */
  Map<T, Double> shares() {
    Map<T, Double> shares = new LinkedHashMap<>();
    double before = 0;
    for (int i = 0; i < upTo.length; i++) {
      shares.put(choices.get(i), (upTo[i] - before) / upTo[upTo.length - 1]);
      before = upTo[i];
    }
    return shares;
  }

  T pick(Draws draws) {
    double at = draws.uniform() * upTo[upTo.length - 1];
    int i = 0;
    while (i < upTo.length - 1 && at >= upTo[i]) {
      i++;
    }
    return choices.get(i);
  }
}
