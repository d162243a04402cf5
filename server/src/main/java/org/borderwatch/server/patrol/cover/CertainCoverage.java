package org.borderwatch.server.patrol.cover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.patrol.cover.CoverageSolution.Status;

/**
 * Maximum coverage where sites cover for certain and only their number is limited, exactly: branch
 * and bound with {@link LagrangeBound}s, the most promising part first. Parts are searched a batch
 * at a time, and what is found in a batch counts from the next on: the answer doesn't depend on the
 * number of threads.
 */
final class CertainCoverage {
  private static final int BATCH = 16;
  private static final int ROOT_STEPS = 1000;
  private static final int NODE_STEPS = 100;
  private static final double EXACT = 1e-9;

  /**
   * Where the bound of the linear relaxation is the best value itself, steps come near it and never
   * there: after some batches a millionth counts as proven. The bound that is told is the true one.
   */
  private static final double PROVEN = 1e-6;

  private static final int BATCHES_TO_EXACT = 32;

  /** Prices of the parts that wait take no more than this many numbers. */
  private static final long MOST_NUMBERS = 60_000_000L;

  private final CoverageProblem problem;
  private final CertainInstance instance;
  private final CoverageLimits limits;
  private final Crew crew;
  private final int choose;
  private final boolean whole;
  private final long begin = System.nanoTime();
  private final PriorityQueue<Node> waiting =
      new PriorityQueue<>(Comparator.comparingDouble(Node::bound).reversed());
  private final ArrayDeque<LagrangeBound> bounds = new ArrayDeque<>();
  private int[] best;
  private double value = -1;

  private CertainCoverage(
      CoverageProblem problem, CertainInstance instance, CoverageLimits limits, Crew crew) {
    this.problem = problem;
    this.limits = limits;
    this.crew = crew;
    this.instance = instance;
    this.choose = problem.choose() - instance.must().length;
    this.whole = instance.isWhole();
    this.best = new int[problem.sites().size()];
  }

  /** Whether it is such a problem. */
  static boolean fits(CoverageProblem problem) {
    return problem.groups().isEmpty()
        && problem.isCertain()
        && problem.sites().stream().allMatch(site -> site.least() <= 1);
  }

  static CoverageSolution solve(CoverageProblem problem, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    GreedyExchange.requirePlausible(problem);
    return solve(problem, CertainInstance.of(problem), limits, crew);
  }

  /**
   * The same of a problem that was made small already; that doesn't depend on how many are taken.
   */
  static CoverageSolution solve(
      CoverageProblem problem, CertainInstance instance, CoverageLimits limits, Crew crew)
      throws InfeasibleException {
    GreedyExchange.requirePlausible(problem);
    return new CertainCoverage(problem, instance, limits, crew).search();
  }

  /** A part and what became of it. */
  private static final class Task {
    final Node node;
    final List<Node> children = new ArrayList<>();
    boolean[] choice = new boolean[0];
    double choiceValue = -1;

    Task(Node node) {
      this.node = node;
    }
  }

  private CoverageSolution search() {
    offer(GreedyExchange.of(problem).orElseThrow());
    Task root = new Task(Node.root(instance));
    expand(root, ROOT_STEPS);
    take(root);
    Status status = Status.FEASIBLE;
    for (int batches = 0; !waiting.isEmpty(); batches++) {
      if (crew.progress().cancelled() || seconds() > limits.seconds()) {
        status = crew.progress().cancelled() ? Status.STOPPED : Status.FEASIBLE;
        break;
      }
      double enough = Math.max(limits.gap(), batches < BATCHES_TO_EXACT ? 0 : PROVEN);
      if (bound() - value <= enough * value) {
        break;
      }
      batch();
      double bound = bound();
      crew.progress()
          .report(Math.max(0, 1 - (bound - value) / (0.05 * value)), Words.of(value, bound));
    }
    double bound = waiting.isEmpty() ? value : bound();
    return new CoverageSolution(
        best, value, bound, bound - value <= PROVEN * value ? Status.OPTIMAL : status);
  }

  private double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Nothing covers more. */
  private double bound() {
    Node top = waiting.peek();
    return top == null ? value : Math.max(value, instance.base() + top.bound());
  }

  /** What a choice has to exceed. */
  private double target() {
    double better = whole ? value + 1 - 1e-6 : value + EXACT * value;
    return better - instance.base();
  }

  /** A bound that is low enough, where one need not prove more. */
  private double enough() {
    return limits.gap() > 0 ? value * (1 + limits.gap()) - instance.base() : target();
  }

  private void batch() {
    boolean isFull = (long) waiting.size() * instance.weights().length > MOST_NUMBERS;
    List<Task> tasks = new ArrayList<>();
    while (tasks.size() < BATCH && !waiting.isEmpty()) {
      Node node = isFull ? deepest() : waiting.poll();
      if (node.bound() > target()) {
        tasks.add(new Task(node));
      }
    }
    // Whether to stop is asked between batches, so that what was found by then is kept.
    crew.watchedBy(Progress.UNWATCHED)
        .each(tasks.size(), () -> (IntConsumer) i -> branch(tasks.get(i)));
    tasks.forEach(this::take);
  }

  private Node deepest() {
    Node deepest = waiting.stream().max(Comparator.comparingInt(Node::depth)).orElseThrow();
    waiting.remove(deepest);
    return deepest;
  }

  /** Splits a part in two and bounds both. */
  private void branch(Task task) {
    LagrangeBound bound = borrow();
    try {
      int site = task.node.branchSite();
      if (site < 0) {
        return;
      }
      for (boolean in : new boolean[] {true, false}) {
        expand(task, task.node.child(site, in), bound, NODE_STEPS);
      }
    } finally {
      giveBack(bound);
    }
  }

  private void expand(Task task, int steps) {
    LagrangeBound bound = borrow();
    expand(task, task.node, bound, steps);
    giveBack(bound);
  }

  private void expand(Task task, Node node, LagrangeBound bound, int steps) {
    boolean isAlive = bound.bound(node, choose, new LagrangeBound.Aim(target(), enough()), steps);
    if (bound.bestValue() > task.choiceValue) {
      task.choiceValue = bound.bestValue();
      task.choice = bound.bestChoice();
    }
    if (isAlive) {
      node.branchAt(bound.branch(node));
      task.children.add(node);
    }
  }

  private LagrangeBound borrow() {
    synchronized (bounds) {
      LagrangeBound free = bounds.poll();
      return free == null ? new LagrangeBound(instance) : free;
    }
  }

  private void giveBack(LagrangeBound bound) {
    synchronized (bounds) {
      bounds.push(bound);
    }
  }

  private void take(Task task) {
    if (task.choiceValue > target()) {
      int[] taken = new int[problem.sites().size()];
      for (int site : instance.must()) {
        taken[site] = 1;
      }
      for (int i = 0; i < task.choice.length; i++) {
        taken[instance.number()[i]] += task.choice[i] ? 1 : 0;
      }
      offer(GreedyExchange.improved(problem, taken));
    }
    for (Node child : task.children) {
      if (child.bound() > target()) {
        waiting.add(child);
      }
    }
  }

  private void offer(int[] taken) {
    double worth = new Covered(problem, taken).value();
    if (worth > value) {
      value = worth;
      best = taken;
    }
  }
}
