package org.borderwatch.server.patrol.cover;

/**
 * A part of the search: some sites taken, some left out, the rest open. Not for several threads.
 */
final class Node {
  private static final byte OPEN = 0;
  private static final byte IN = 1;
  private static final byte OUT = 2;

  private final byte[] state;
  private float[] prices;
  private int taken;
  private int depth;
  private double bound;
  private double scale;
  private int branchSite = -1;

  private Node(byte[] state, float[] prices) {
    this.state = state;
    this.prices = prices;
  }

  /** Everything is open; prices are half the weights. */
  static Node root(CertainInstance instance) {
    float[] prices = new float[instance.weights().length];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = (float) (instance.weights()[i] / 2);
    }
    Node root = new Node(new byte[instance.sites()], prices);
    root.bound = Double.POSITIVE_INFINITY;
    root.scale = 1;
    return root;
  }

  /** The same where {@code site}, now open, is taken or left out. */
  Node child(int site, boolean take) {
    Node child = new Node(state.clone(), prices);
    child.taken = taken;
    child.bound = bound;
    child.depth = depth + 1;
    child.scale = 1;
    if (take) {
      child.take(site);
    } else {
      child.leave(site);
    }
    return child;
  }

  boolean isOpen(int site) {
    return state[site] == OPEN;
  }

  boolean isIn(int site) {
    return state[site] == IN;
  }

  void take(int site) {
    state[site] = IN;
    taken++;
  }

  void leave(int site) {
    state[site] = OUT;
  }

  int taken() {
    return taken;
  }

  int depth() {
    return depth;
  }

  /** Nothing in this part covers more. */
  double bound() {
    return bound;
  }

  /** The site to branch at; -1 where none is open. */
  int branchSite() {
    return branchSite;
  }

  void branchAt(int site) {
    branchSite = site;
  }

  double scale() {
    return scale;
  }

  void prices(double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = prices[i];
    }
  }

  void remember(double[] best, double newBound, double newScale) {
    float[] kept = new float[best.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (float) best[i];
    }
    prices = kept;
    bound = Math.min(bound, newBound);
    scale = newScale;
  }
}
