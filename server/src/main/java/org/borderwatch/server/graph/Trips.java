package org.borderwatch.server.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who wants to go from where to where: ordered pairs of nodes with a demand above 0. A pair whose
 * ends are the same node asks for no way and is left out. Several pairs with the same ends are
 * several pairs. Immutable.
 */
public final class Trips {
  /** The nodes that somebody leaves, each once, rising. */
  private final int[] sources;

  /** What each source's demand is multiplied with, and its number of pairs. */
  private final double[] sourceDemand;

  private final long[] sourceCount;

  /** The ends of the trips, the same for every source; by node. Empty: each has a row. */
  private final double[] demandTo;

  private final long[] countTo;

  /** Ends of the trips of source {@code i}: from {@code firstEnd[i]} on. */
  private final int[] firstEnd;

  private final int[] end;
  private final double[] endDemand;
  private final long[] endCount;
  private final double demand;
  private final long pairs;

  private Trips(
      int[] sources,
      double[] sourceDemand,
      long[] sourceCount,
      double[] demandTo,
      long[] countTo,
      int[] firstEnd,
      int[] end,
      double[] endDemand,
      long[] endCount) {
    this.sources = sources;
    this.sourceDemand = sourceDemand;
    this.sourceCount = sourceCount;
    this.demandTo = demandTo;
    this.countTo = countTo;
    this.firstEnd = firstEnd;
    this.end = end;
    this.endDemand = endDemand;
    this.endCount = endCount;
    double sum = 0;
    long count = 0;
    double toAll = Arrays.stream(demandTo).sum();
    long toAllCount = Arrays.stream(countTo).sum();
    for (int i = 0; i < sources.length; i++) {
      int s = sources[i];
      if (hasRows()) {
        sum += Arrays.stream(endDemand, firstEnd[i], firstEnd[i + 1]).sum();
        count += Arrays.stream(endCount, firstEnd[i], firstEnd[i + 1]).sum();
      } else {
        sum += sourceDemand[i] * (toAll - demandTo[s]);
        count += sourceCount[i] * (toAllCount - countTo[s]);
      }
    }
    this.demand = sum;
    this.pairs = count;
  }

  /** One trip from each of so many nodes to each other. */
  public static Trips everyPair(int nodes) {
    double[] one = new double[nodes];
    Arrays.fill(one, 1);
    int[] all = IntStream.range(0, nodes).toArray();
    return product(nodes, all, one, all, one);
  }

  /**
   * From every origin to every destination as much as the two numbers multiplied. A node that
   * stands there several times counts as often; those with 0 don't count.
   *
   * @throws IllegalArgumentException when a number is negative or not finite
   */
  public static Trips product(
      int nodes, int[] origins, double[] outOf, int[] destinations, double[] into) {
    double[] from = new double[nodes];
    long[] countFrom = new long[nodes];
    add(origins, outOf, from, countFrom);
    double[] to = new double[nodes];
    long[] countTo = new long[nodes];
    add(destinations, into, to, countTo);
    return ofProduct(from, countFrom, to, countTo);
  }

  private static Trips ofProduct(double[] from, long[] countFrom, double[] to, long[] countTo) {
    int[] sources = IntStream.range(0, from.length).filter(v -> from[v] > 0).toArray();
    return new Trips(
        sources,
        IntStream.of(sources).mapToDouble(v -> from[v]).toArray(),
        IntStream.of(sources).mapToLong(v -> countFrom[v]).toArray(),
        to,
        countTo,
        new int[0],
        new int[0],
        new double[0],
        new long[0]);
  }

  private static void add(int[] places, double[] amounts, double[] sums, long[] counts) {
    for (int i = 0; i < places.length; i++) {
      require(amounts[i]);
      sums[places[i]] += amounts[i];
      counts[places[i]] += amounts[i] > 0 ? 1 : 0;
    }
  }

  private static void require(double amount) {
    if (!(amount >= 0) || amount == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("demand is " + amount + "; 0 or more, and finite");
    }
  }

  /**
   * These pairs. O(pairs log pairs).
   *
   * @throws IllegalArgumentException when a demand is negative or not finite
   */
  public static Trips listed(int nodes, int[] origin, int[] destination, double[] demand) {
    int[] firstOf = new int[nodes + 1];
    for (int i = 0; i < origin.length; i++) {
      require(demand[i]);
      firstOf[origin[i] + 1] += isTrip(origin[i], destination[i], demand[i]) ? 1 : 0;
    }
    for (int v = 0; v < nodes; v++) {
      firstOf[v + 1] += firstOf[v];
    }
    int[] next = firstOf.clone();
    long[] byOrigin = new long[firstOf[nodes]];
    for (int i = 0; i < origin.length; i++) {
      if (isTrip(origin[i], destination[i], demand[i])) {
        byOrigin[next[origin[i]]++] = (long) destination[i] << 32 | i;
      }
    }
    int[] sources = IntStream.range(0, nodes).filter(v -> firstOf[v + 1] > firstOf[v]).toArray();
    int[] firstEnd = new int[sources.length + 1];
    int[] end = new int[byOrigin.length];
    double[] endDemand = new double[byOrigin.length];
    long[] endCount = new long[byOrigin.length];
    int count = 0;
    for (int i = 0; i < sources.length; i++) {
      int from = firstOf[sources[i]];
      int until = firstOf[sources[i] + 1];
      Arrays.sort(byOrigin, from, until);
      for (int at = from; at < until; at++) {
        int node = (int) (byOrigin[at] >>> 32);
        boolean isNew = at == from || (int) (byOrigin[at - 1] >>> 32) != node;
        count += isNew ? 1 : 0;
        end[count - 1] = node;
        endDemand[count - 1] += demand[(int) byOrigin[at]];
        endCount[count - 1]++;
      }
      firstEnd[i + 1] = count;
    }
    double[] ones = new double[sources.length];
    Arrays.fill(ones, 1);
    return new Trips(
        sources,
        ones,
        new long[sources.length],
        new double[0],
        new long[0],
        firstEnd,
        end,
        endDemand,
        endCount);
  }

  private static boolean isTrip(int from, int to, double demand) {
    return from != to && demand > 0;
  }

  /** Whether the ends are the same for every source, but for what each is multiplied with. */
  boolean isProduct() {
    return !hasRows();
  }

  /**
   * The same product where nodes stand together at places; those between nodes of one place are
   * left out.
   *
   * @param place of each node
   */
  Trips gathered(int[] place, int places) {
    double[] from = new double[places];
    long[] countFrom = new long[places];
    for (int i = 0; i < sources.length; i++) {
      from[place[sources[i]]] += sourceDemand[i];
      countFrom[place[sources[i]]] += sourceCount[i];
    }
    double[] to = new double[places];
    long[] countToPlace = new long[places];
    for (int v = 0; v < demandTo.length; v++) {
      to[place[v]] += demandTo[v];
      countToPlace[place[v]] += countTo[v];
    }
    return ofProduct(from, countFrom, to, countToPlace);
  }

  /**
   * What a product asks for within connected parts.
   *
   * @param out by part: what its nodes send
   * @param into by part: what they draw
   * @param demand between different nodes of one part
   * @param pairs likewise
   */
  record Between(double[] out, double[] into, double demand, long pairs) {}

  /**
   * Adds up a product by parts.
   *
   * @param here number by which a node is asked for
   * @param part of each node, by that number
   * @param out what each node sends, by that number; written
   * @param into what each node draws; written
   */
  Between between(int[] here, int[] part, double[] out, double[] into) {
    int n = here.length;
    double[] outOf = new double[n];
    double[] intoPart = new double[n];
    long[] countOut = new long[n];
    long[] countInto = new long[n];
    for (int i = 0; i < sources.length; i++) {
      int v = here[sources[i]];
      out[v] = sourceDemand[i];
      outOf[part[v]] += sourceDemand[i];
      countOut[part[v]] += sourceCount[i];
    }
    double within = 0;
    long pairsWithin = 0;
    for (int node = 0; node < n; node++) {
      int v = here[node];
      into[v] = demandTo[node];
      intoPart[part[v]] += demandTo[node];
      countInto[part[v]] += countTo[node];
    }
    for (int v = 0; v < n; v++) {
      within += outOf[v] * intoPart[v] - out[v] * into[v];
      pairsWithin += countOut[v] * countInto[v];
    }
    for (int i = 0; i < sources.length; i++) {
      pairsWithin -= sourceCount[i] * countTo[sources[i]];
    }
    return new Between(outOf, intoPart, within, pairsWithin);
  }

  private boolean hasRows() {
    return firstEnd.length > 0;
  }

  /** How many nodes somebody leaves. */
  public int sources() {
    return sources.length;
  }

  /** A node that somebody leaves; in rising order. */
  public int source(int i) {
    return sources[i];
  }

  /** How much is asked for in all. */
  public double demand() {
    return demand;
  }

  /** How many ordered pairs are asked for. */
  public long pairs() {
    return pairs;
  }

  /** The greatest demand that leaves one node. */
  double mostOfASource() {
    double most = 0;
    double toAll = Arrays.stream(demandTo).sum();
    for (int i = 0; i < sources.length; i++) {
      double here =
          hasRows()
              ? Arrays.stream(endDemand, firstEnd[i], firstEnd[i + 1]).sum()
              : sourceDemand[i] * (toAll - demandTo[sources[i]]);
      most = Math.max(most, here);
    }
    return most;
  }

  /** The ends of the trips of one source after the other, by node. For one thread. */
  final class Ends {
    private final int[] here;
    private final double[] demandAt;
    private final long[] countAt;
    private int ends;
    private long pairs;
    private double factor = 1;
    private long countFactor = 1;

    /**
     * @param here number by which a node is asked for
     */
    Ends(int[] here) {
      this.here = here;
      this.demandAt = new double[here.length];
      this.countAt = new long[here.length];
      for (int v = 0; v < demandTo.length; v++) {
        demandAt[here[v]] = demandTo[v];
        countAt[here[v]] = countTo[v];
        ends += demandTo[v] > 0 ? 1 : 0;
        pairs += countTo[v];
      }
    }

    /** Turns to a source. */
    void open(int source) {
      if (hasRows()) {
        for (int i = firstEnd[source]; i < firstEnd[source + 1]; i++) {
          demandAt[here[end[i]]] = endDemand[i];
          countAt[here[end[i]]] = endCount[i];
        }
        ends = firstEnd[source + 1] - firstEnd[source];
        pairs = Arrays.stream(endCount, firstEnd[source], firstEnd[source + 1]).sum();
      } else {
        factor = sourceDemand[source];
        countFactor = sourceCount[source];
      }
    }

    /** Turns away from it. */
    void close(int source) {
      if (hasRows()) {
        for (int i = firstEnd[source]; i < firstEnd[source + 1]; i++) {
          demandAt[here[end[i]]] = 0;
          countAt[here[end[i]]] = 0;
        }
      }
    }

    /** How many ends there are, the source itself not among them. */
    int count(int sourceHere) {
      return demandAt[sourceHere] > 0 ? ends - 1 : ends;
    }

    /** How many pairs there are from one of the source's origins, none to the source itself. */
    long pairs(int sourceHere) {
      return pairs - countAt[sourceHere];
    }

    /** By node: the demand; {@link #factor} times it is meant. */
    double[] demand() {
      return demandAt;
    }

    /** By node: the pairs; {@link #countFactor} times it is meant. */
    long[] counts() {
      return countAt;
    }

    double factor() {
      return factor;
    }

    long countFactor() {
      return countFactor;
    }
  }
}
