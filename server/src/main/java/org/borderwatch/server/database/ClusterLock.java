package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a cluster, told by file locks: the system takes them back when a process dies, however
 * it dies.
 *
 * <p>Each process that uses the cluster shares one lock; whoever leaves last stops the cluster. So
 * a command beside a running server never stops the server's database, and a start after {@code
 * kill -9} adopts what was left running.
 */
final class ClusterLock {
  /** Locks belong to the process, so users within it are counted here. */
  private static final Map<Path, InProcess> USED = new HashMap<>();

  /** One at a time decides in this process; between processes, the lock on the file does. */
  private static final ReentrantLock DECIDING = new ReentrantLock();

  private final Path deciding;
  private final Path using;

  ClusterLock(ClusterFolder folder) {
    this.deciding = folder.about("lock");
    this.using = folder.about("users");
  }

  /** Held while somebody looks at the cluster and starts or stops it. */
  Held decide() throws IOException {
    DECIDING.lock();
    try {
      FileChannel channel = open(deciding);
      channel.lock();
      return new Held(channel);
    } catch (IOException | RuntimeException failed) {
      DECIDING.unlock();
      throw failed;
    }
  }

  /** Counts one more user. Only while {@link #decide} is held. */
  void enter() throws IOException {
    InProcess mine = USED.get(using);
    if (mine == null) {
      FileChannel channel = open(using);
      channel.lock(0, Long.MAX_VALUE, true);
      mine = new InProcess(channel);
      USED.put(using, mine);
    }
    mine.count++;
  }

  /**
   * Counts one user less. Only while {@link #decide} is held.
   *
   * @return whether that was the last one of all processes
   */
  boolean leave() throws IOException {
    InProcess mine = USED.get(using);
    if (mine != null && --mine.count > 0) {
      return false;
    }
    USED.remove(using);
    if (mine != null) {
      mine.channel.close();
    }
    return nobodyElse();
  }

  /**
   * Closing a file gives back all locks of this process on it, so this is asked only without one of
   * our own.
   */
  private boolean nobodyElse() throws IOException {
    try (FileChannel channel = open(using)) {
      @Nullable FileLock alone = channel.tryLock();
      return alone != null;
    }
  }

  /** Whether no process uses the cluster, this one included. Only while {@link #decide} is held. */
  boolean unused() throws IOException {
    return !USED.containsKey(using) && nobodyElse();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Ends the decision when closed, by the thread that began it. */
  record Held(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        DECIDING.unlock();
      }
    }
  }

  private static final class InProcess {
    private final FileChannel channel;
    private int count;

    InProcess(FileChannel channel) {
      this.channel = channel;
    }
  }
}
