package org.borderwatch.server.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.borderwatch.server.compute.Crew;
import org.jspecify.annotations.Nullable;

/**
 * Goes through many sources with all threads and adds up what comes of each. Sources are dealt out
 * to lanes, round by round; a lane adds in the order of its sources and lanes are added in their
 * order, so that sums don't depend on which thread does what.
 */
final class SourceSweep {
  /** Enough that threads seldom wait for each other at the end of a round. */
  static final int LANES = 16;

  /** Nodes that are settled in some milliseconds, after which somebody may cancel. */
  private static final int NODES_A_PART = 60_000;

  private SourceSweep() {}

  /** A sum. */
  interface Lane<L extends Lane<L>> {
    void add(L other);
  }

  /** What one thread works with; taken up by one thread at a time. */
  interface Worker<L extends Lane<L>> {
    void source(int source, L lane);
  }

  /**
   * The sum over these sources.
   *
   * @param nodes about how many nodes each takes
   */
  static <L extends Lane<L>> L of(
      int nodes, int[] sources, Supplier<L> lanes, Supplier<Worker<L>> workers, Crew crew) {
    int count = Math.max(1, Math.min(LANES, sources.length));
    List<L> sums = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sums.add(lanes.get());
    }
    ConcurrentLinkedQueue<Worker<L>> idle = new ConcurrentLinkedQueue<>();
    int block = Math.max(1, NODES_A_PART / Math.max(1, nodes));
    for (int from = 0; from < sources.length; from += count * block) {
      int first = from;
      List<Part<L>> used =
          crew.each(count, () -> new Part<>(sources, first, block, sums, take(idle, workers)));
      used.forEach(part -> idle.add(part.worker));
      report(Math.min(sources.length, from + count * block), sources.length, crew);
    }
    L sum = sums.get(0);
    sums.subList(1, count).forEach(sum::add);
    return sum;
  }

  private static <W> W take(ConcurrentLinkedQueue<W> idle, Supplier<W> workers) {
    @Nullable W one = idle.poll();
    return one == null ? workers.get() : one;
  }

  private static void report(int done, int all, Crew crew) {
    crew.progress()
        .report(
            (double) done / all,
            "Tìm đường từ %1$d trên %2$d nút / Searching from %1$d of %2$d nodes"
                .formatted(done, all));
  }

  /** Some sources of each lane, one lane at a time. */
  private record Part<L extends Lane<L>>(
      int[] sources, int first, int block, List<L> sums, Worker<L> worker) implements IntConsumer {
    @Override
    public void accept(int lane) {
      int from = first + lane * block;
      for (int i = from; i < Math.min(sources.length, from + block); i++) {
        worker.source(sources[i], sums.get(lane));
      }
    }
  }
}
