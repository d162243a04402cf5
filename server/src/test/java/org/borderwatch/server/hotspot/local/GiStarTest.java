package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;

class GiStarTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);
  private static final Offset<Double> CLOSE = within(1e-9);

  /** Points of the examples of spdep and PySAL; two of them lie exactly 15 apart. */
  private static final double[] SIX_X = {10, 20, 40, 15, 30, 30};

  private static final double[] SIX_Y = {10, 10, 10, 20, 20, 30};
  private static final double[] SIX_VALUES = {2, 3, 3.2, 5, 8, 7};
  private static final double[] SIX_Z = {
    -1.3972763, -0.2891776, 0.6506496, -0.2891776, 1.2345209, 2.0242433
  };

  @Test
  void sixPointsHaveTheScoresOfTheReference() {
    Neighbours neighbours = Neighbours.within(SIX_X, SIX_Y, 15, Crew.alone());
    GiScores listed = GiStar.of(SIX_VALUES, neighbours, Crew.alone());
    GiScores direct = GiStar.withinBand(SIX_X, SIX_Y, SIX_VALUES, 15, Crew.alone());

    assertThat(listed.z()).containsExactly(SIX_Z, within(5e-8));
    assertThat(direct.z()).containsExactly(listed.z(), CLOSE);
    assertThat(listed.mean()).isCloseTo(4.7, CLOSE);
    assertThat(listed.p()[5]).isCloseTo(0.042945, within(1e-6));
  }
}
