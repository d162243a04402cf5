package org.borderwatch.server.hotspot.local;

import java.util.function.IntConsumer;
import org.borderwatch.server.compute.Crew;

/**
 * How unusual a neighbourhood is among those that chance makes of the very same values: p of Gi*
 * without the normal distribution.
 *
 * <p>Conditional permutation: a place keeps its value, and its W - 1 neighbours are drawn from all
 * others without replacement. As W and the place's own value stay, Gi* rises with the sum of the
 * neighbours, so sums are compared. Two-sided: with m the mean of the others,
 *
 * <pre>p = (1 + how many draws have |sum - (W - 1) m| at least as large as the data) / (1 + draws)
 * </pre>
 *
 * <p>so p is never below 1 / (1 + draws), and a place with no neighbour but itself, or with all
 * others, has p = 1. (PySAL's {@code p_sim} counts the nearer side only, so it is about half of
 * this.) A value of NaN is a place without one: it is nobody's neighbour, isn't drawn, and its p is
 * NaN.
 *
 * <p>Each place has its own stream of chance, made of seed and number, so results don't depend on
 * the crew. O(draws * sum of min(W, n - W)); 12 bytes a place, and 4 a place and thread. Source:
 * Anselin (1995), Local Indicators of Spatial Association, Geographical Analysis 27(2), section 3.
 * Stateless, hence thread-safe.
 */
public final class Permutations {
  private static final int MOST = 99_999;

  /** Of a standard deviation: by how much sums of the same values may differ by their order. */
  private static final double TIE = 1e-10;

  private final double[] values;
  private final Neighbours neighbours;
  private final int draws;
  private final long seed;
  private final Crew crew;

  /** Centred values of all places that have one, and which of them a place's own is. */
  private final double[] pool;

  private final int[] inPool;
  private final double total;
  private final double tie;

  private Permutations(double[] values, Neighbours neighbours, int draws, long seed, Crew crew) {
    this.values = values;
    this.neighbours = neighbours;
    this.draws = draws;
    this.seed = seed;
    this.crew = crew;
    Centred centred = Centred.of(values, crew);
    pool = new double[centred.count];
    inPool = new int[values.length];
    tie = TIE * centred.sd;
    int next = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      inPool[i] = next;
      if (!Double.isNaN(values[i])) {
        pool[next++] = centred.values[i];
        sum += centred.values[i];
      }
    }
    total = sum;
  }

  /**
   * p of each place.
   *
   * @param values of each place, within 1e150, or NaN
   * @param permutations how many draws, 1 to 99,999; with 999 the least p is 0.001
   * @param seed the same one gives the same p
   */
  public static double[] pSim(
      double[] values, Neighbours neighbours, int permutations, long seed, Crew crew) {
    if (permutations < 1 || permutations > MOST) {
      throw new IllegalArgumentException(
          "There are " + permutations + " permutations; 1 to " + MOST + ".");
    }
    if (values.length != neighbours.size()) {
      throw new IllegalArgumentException(
          "There are " + values.length + " values for " + neighbours.size() + " places.");
    }
    return new Permutations(values, neighbours, permutations, seed, crew).all();
  }

  private double[] all() {
    double[] p = new double[values.length];
    crew.each(
        values.length,
        () -> {
          Sampler sampler = new Sampler(pool);
          return (IntConsumer) place -> p[place] = p(place, sampler);
        });
    return p;
  }

  private double p(int place, Sampler sampler) {
    if (Double.isNaN(values[place])) {
      return Double.NaN;
    }
    int own = inPool[place];
    int others = pool.length - 1;
    double mean = others == 0 ? 0 : (total - pool[own]) / others;
    int size = 0;
    double sum = 0;
    int[] index = neighbours.index();
    for (int k = neighbours.start()[place]; k < neighbours.start()[place + 1]; k++) {
      int neighbour = index[k];
      if (neighbour != place && !Double.isNaN(values[neighbour])) {
        sum += pool[inPool[neighbour]];
        size++;
      }
    }
    double observed = Math.abs(sum - size * mean) - tie;
    // Whom a draw leaves out deviates by as much to the other side: the fewer are drawn.
    int drawn = Math.min(size, others - size);
    if (drawn == 0 || tie == 0) {
      return 1;
    }
    sampler.begin(seed, place, own);
    int asUnusual = 0;
    for (int draw = 0; draw < draws; draw++) {
      if ((draw & 0xFF) == 0) {
        crew.progress().check();
      }
      if (Math.abs(sampler.sum(drawn) - drawn * mean) >= observed) {
        asUnusual++;
      }
    }
    return (1.0 + asUnusual) / (1.0 + draws);
  }
}
