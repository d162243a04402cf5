package org.borderwatch.server.patrol.cover;

import java.util.Arrays;

/**
 * A bound on what sites can cover, by Lagrangian relaxation of the condition that a demand counts
 * only where a site covers it (Galvao and ReVelle 1996). With a price {@code u} of each demand, no
 * more than its weight, {@code sum (w - u)} plus the prices at the best sites is a bound for any
 * prices; a subgradient search (Held, Wolfe and Crowder 1974, deflected as by Camerini, Fratta and
 * Maffioli 1975) finds prices with a low one. Its limit is the bound of the linear relaxation.
 *
 * <p>O(demands that sites cover) a step. Not for several threads.
 */
final class LagrangeBound {
  private static final double DEFLECTION = 0.8;
  private static final int PATIENCE = 15;

  private final CertainInstance instance;
  private final double[] weight;
  private final double[] price;
  private final double[] bestPrice;
  private final double[] direction;
  private final double[] reward;
  private final double[] sorted;
  private final int[] count;
  private final double[] chosenOften;
  private final boolean[] chosen;
  private double steps;

  private double bound;

  private double bestValue;
  private final boolean[] bestChoice;

  /**
   * When a search for a bound ends.
   *
   * @param target what a choice has to exceed to be of interest
   * @param enough a bound that is low enough
   */
  record Aim(double target, double enough) {}

  LagrangeBound(CertainInstance instance) {
    this.instance = instance;
    int demands = instance.weights().length;
    int sites = instance.sites();
    weight = new double[demands];
    price = new double[demands];
    bestPrice = new double[demands];
    direction = new double[demands];
    count = new int[demands];
    reward = new double[sites];
    sorted = new double[sites];
    chosenOften = new double[sites];
    chosen = new boolean[sites];
    bestChoice = new boolean[sites];
  }

  /**
   * Searches for a bound below the target, then decides sites of {@code node} whose other choice
   * could not reach it.
   *
   * @param choose how many sites are taken in all
   * @param aim when to end
   * @return whether the node may hold such a choice
   */
  boolean bound(Node node, int choose, Aim aim, int mostSteps) {
    double target = aim.target();
    double base = begin(node);
    int open = choose - node.taken();
    bound = Double.POSITIVE_INFINITY;
    bestValue = -1;
    Arrays.fill(direction, 0);
    Arrays.fill(chosenOften, 0);
    steps = 0;
    if (open <= 0) {
      bound = base;
      bestValue = open < 0 ? -1 : base;
      keepChoice(node, false);
      return false;
    }
    double scale = node.scale();
    int since = 0;
    for (int step = 0; step < mostSteps; step++) {
      rewards(node);
      double now = base + choose(node, open);
      if (now < bound - 1e-7 * bound) {
        since = 0;
      } else if (++since >= PATIENCE) {
        since = 0;
        scale /= 2;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        Arrays.fill(direction, 0);
        if (scale < 1e-4) {
          break;
        }
        continue;
      }
      if (now < bound) {
        bound = now;
        System.arraycopy(price, 0, bestPrice, 0, price.length);
      }
      if (bound <= target) {
        return false;
      }
      offer(node, base);
      if (bound <= aim.enough()) {
        break;
      }
      if (!step(scale * (now - target))) {
        break;
      }
    }
    node.remember(bestPrice, bound, scale);
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    rewards(node);
    choose(node, open);
    return decide(node, open, target);
  }

  double bound() {
    return bound;
  }

  /** The best that was met on the way, without what the instance has taken already. */
  double bestValue() {
    return bestValue;
  }

  boolean[] bestChoice() {
    return bestChoice.clone();
  }

  private double begin(Node node) {
    System.arraycopy(instance.weights(), 0, weight, 0, weight.length);
    double base = 0;
    for (int site = 0; site < instance.sites(); site++) {
      if (node.isIn(site)) {
        for (int k = instance.first()[site]; k < instance.first()[site + 1]; k++) {
          base += weight[instance.demands()[k]];
          weight[instance.demands()[k]] = 0;
        }
      }
    }
    node.prices(price);
    for (int demand = 0; demand < price.length; demand++) {
      price[demand] = Math.min(price[demand], weight[demand]);
    }
    return base;
  }

  private void rewards(Node node) {
    int[] first = instance.first();
    int[] demands = instance.demands();
    for (int site = 0; site < reward.length; site++) {
      double sum = 0;
      if (node.isOpen(site)) {
        for (int k = first[site]; k < first[site + 1]; k++) {
          sum += price[demands[k]];
        }
      }
      reward[site] = sum;
    }
  }

  /** Takes the sites with the highest rewards; what the prices then promise. */
  private double choose(Node node, int open) {
    int n = 0;
    for (int site = 0; site < reward.length; site++) {
      if (node.isOpen(site)) {
        sorted[n++] = reward[site];
      }
    }
    Arrays.sort(sorted, 0, n);
    int take = Math.min(open, n);
    double least = take == 0 ? Double.POSITIVE_INFINITY : sorted[n - take];
    int atLeast = 0;
    for (int i = n - take; i < n && take > 0; i++) {
      atLeast += sorted[i] == least ? 1 : 0;
    }
    double promised = 0;
    for (int site = 0; site < reward.length; site++) {
      boolean is = node.isOpen(site) && reward[site] >= least;
      if (is && reward[site] == least) {
        is = atLeast-- > 0;
      }
      chosen[site] = is;
      promised += is ? reward[site] : 0;
    }
    for (int demand = 0; demand < price.length; demand++) {
      promised += weight[demand] - price[demand];
    }
    return promised;
  }

  /** Counts what the taken sites cover, and remembers the best. */
  private void offer(Node node, double base) {
    Arrays.fill(count, 0);
    steps++;
    for (int site = 0; site < chosen.length; site++) {
      if (chosen[site]) {
        chosenOften[site]++;
        for (int k = instance.first()[site]; k < instance.first()[site + 1]; k++) {
          count[instance.demands()[k]]++;
        }
      }
    }
    double value = base;
    for (int demand = 0; demand < count.length; demand++) {
      value += count[demand] > 0 ? weight[demand] : 0;
    }
    if (value > bestValue) {
      bestValue = value;
      keepChoice(node, true);
    }
  }

  private void keepChoice(Node node, boolean withChosen) {
    for (int site = 0; site < chosen.length; site++) {
      bestChoice[site] = node.isIn(site) || withChosen && chosen[site];
    }
  }

  private boolean step(double excess) {
    double norm = 0;
    for (int demand = 0; demand < price.length; demand++) {
      double slope = 1 - count[demand];
      if (weight[demand] == 0
          || slope > 0 && price[demand] >= weight[demand]
          || slope < 0 && price[demand] <= 0) {
        direction[demand] = 0;
        continue;
      }
      double towards = slope + DEFLECTION * direction[demand];
      direction[demand] = towards;
      norm += towards * towards;
    }
    if (norm < 1e-12) {
      return false;
    }
    double length = excess / norm;
    for (int demand = 0; demand < price.length; demand++) {
      double next = price[demand] + length * direction[demand];
      price[demand] = next < 0 ? 0 : Math.min(next, weight[demand]);
    }
    return true;
  }

  /** Takes or leaves for good what the best prices leave no choice about. */
  private boolean decide(Node node, int open, double target) {
    double lowestIn = Double.POSITIVE_INFINITY;
    double highestOut = Double.NEGATIVE_INFINITY;
    int free = 0;
    for (int site = 0; site < reward.length; site++) {
      if (node.isOpen(site)) {
        free++;
        if (chosen[site]) {
          lowestIn = Math.min(lowestIn, reward[site]);
        } else {
          highestOut = Math.max(highestOut, reward[site]);
        }
      }
    }
    if (open == 0 || free <= open) {
      return false;
    }
    for (int site = 0; site < reward.length; site++) {
      if (node.isOpen(site)) {
        if (!chosen[site] && bound - lowestIn + reward[site] <= target) {
          node.leave(site);
        } else if (chosen[site] && bound - reward[site] + highestOut <= target) {
          node.take(site);
        }
      }
    }
    return true;
  }

  /** The open site about which the steps were least of one mind; -1 where none is open. */
  int branch(Node node) {
    int best = -1;
    double most = -1;
    for (int site = 0; site < chosenOften.length; site++) {
      if (node.isOpen(site)) {
        double share = steps == 0 ? 0.5 : chosenOften[site] / steps;
        double doubt = Math.min(share, 1 - share) + 1e-6 * reward[site] / (1 + bound);
        if (doubt > most) {
          most = doubt;
          best = site;
        }
      }
    }
    return best;
  }
}
