package org.borderwatch.server.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.borderwatch.server.process.JobRunner.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that wait, in the order in which they came, and those that run, within a budget of memory:
 * the first starts when as many bytes as it asks for are free, and is never overtaken. Thread-safe.
 */
final class JobQueue {
  private final Bounds bounds;
  private final Deque<RunningJob> waiting = new ArrayDeque<>();
  private final List<RunningJob> running = new ArrayList<>();
  private long reserved;
  private boolean closed;

  JobQueue(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Lets it wait.
   *
   * @throws RejectedExecutionException when too many wait already
   */
  synchronized void add(RunningJob job) {
    if (closed || waiting.size() >= bounds.waiting()) {
      throw new RejectedExecutionException("as many jobs wait as may: " + bounds.waiting());
    }
    waiting.add(job);
    notifyAll();
  }

  /** The next whose turn it is, once it fits; null when this is closed. */
  synchronized @Nullable RunningJob next() {
    while (!closed) {
      RunningJob first = waiting.peek();
      if (first != null && reserved + first.work().mostBytes() <= bounds.bytes()) {
        waiting.remove();
        running.add(first);
        reserved += first.work().mostBytes();
        return first;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        return null;
      }
    }
    return null;
  }

  /** It runs no more, and gives its memory back. */
  synchronized void done(RunningJob job) {
    running.remove(job);
    reserved -= job.work().mostBytes();
    notifyAll();
  }

  /** Takes it out; false when it doesn't wait. */
  synchronized boolean remove(RunningJob job) {
    return waiting.remove(job);
  }

  /** How many end before {@code job} starts; negative when it doesn't wait. */
  synchronized int before(RunningJob job) {
    int before = running.size();
    for (RunningJob other : waiting) {
      if (other == job) {
        return before;
      }
      before++;
    }
    return -1;
  }

  synchronized int waiting() {
    return waiting.size();
  }

  synchronized int running() {
    return running.size();
  }

  /** Bytes that those which run may hold. */
  synchronized long reserved() {
    return reserved;
  }

  /** What was left when it was closed. */
  record Left(List<RunningJob> waiting, List<RunningJob> running) {}

  /** Nothing starts any more. */
  synchronized Left close() {
    Left left = new Left(List.copyOf(waiting), List.copyOf(running));
    closed = true;
    waiting.clear();
    notifyAll();
    return left;
  }
}
