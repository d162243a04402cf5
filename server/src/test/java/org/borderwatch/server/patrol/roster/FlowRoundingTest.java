package org.borderwatch.server.patrol.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlowRoundingTest {
  private static final double[][] SHARES = {{0.5, 0.3, 0.2}, {0.25, 0.25, 0.5}, {0.9, 0.05, 0.05}};

  @Test
  void everyArcKeepsItsExpectationAndEverySumIsRoundedUpOrDown() {
    int seeds = 40_000;
    double[][] mean = new double[3][3];
    for (int seed = 0; seed < seeds; seed++) {
      int[] whole = rounded(seed);
      for (int i = 0; i < 3; i++) {
        int row = 0;
        for (int j = 0; j < 3; j++) {
          mean[i][j] += whole[3 * i + j] / (double) seeds;
          row += whole[3 * i + j];
        }
        assertThat(row).isEqualTo(1);
      }
      for (int j = 0; j < 3; j++) {
        double sum = SHARES[0][j] + SHARES[1][j] + SHARES[2][j];
        double drawn = whole[j] + whole[3 + j] + whole[6 + j];
        assertThat(drawn).isBetween(Math.floor(sum), Math.ceil(sum));
        assertThat(whole[9 + j]).isEqualTo((int) drawn);
      }
    }
    for (int i = 0; i < 3; i++) {
      assertThat(mean[i]).containsExactly(SHARES[i], within(0.012));
    }
  }

  private static int[] rounded(long seed) {
    FlowRounding flow = new FlowRounding();
    int sink = flow.node();
    int[] columns = {flow.node(), flow.node(), flow.node()};
    for (double[] row : SHARES) {
      int from = flow.node();
      for (int j = 0; j < 3; j++) {
        flow.arc(from, columns[j], row[j]);
      }
    }
    for (int j = 0; j < 3; j++) {
      flow.arc(columns[j], sink, SHARES[0][j] + SHARES[1][j] + SHARES[2][j]);
    }
    return flow.round(new SplittableRandom(seed));
  }

  @Test
  void whatIsWholeStays() {
    FlowRounding flow = new FlowRounding();
    int one = flow.node();
    int other = flow.node();
    flow.arc(one, other, 2);
    flow.arc(one, other, 1);
    assertThat(flow.round(new SplittableRandom(1))).containsExactly(2, 1);
  }
}
