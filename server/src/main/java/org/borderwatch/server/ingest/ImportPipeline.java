package org.borderwatch.server.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.borderwatch.data.detection.DetectionReader;
import org.borderwatch.data.detection.DetectionRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads on one thread, checks on as many as there are cores, and hands the batches over in the
 * order of the file. Only a few batches exist at a time, however large the file.
 */
final class ImportPipeline implements AutoCloseable {
  private static final int BATCH_ROWS = 1000;

  private final DetectionReader reader;
  private final RowBatch.Checks checks;
  private final ExecutorService threads;
  private final BlockingQueue<Future<RowBatch.@Nullable Checked>> waiting;

  ImportPipeline(DetectionReader reader, RowBatch.Checks checks) {
    this.reader = reader;
    this.checks = checks;
    int cores = Runtime.getRuntime().availableProcessors();
    threads = Executors.newFixedThreadPool(cores + 1, ImportPipeline::daemon);
    waiting = new ArrayBlockingQueue<>(2 * cores + 2);
  }

  /** Takes the batches one by one. */
  interface Sink {
    void take(RowBatch.Checked batch) throws SQLException, IOException;
  }

  /** Runs to the end of the file. What any thread throws comes out here. */
  void run(Sink sink) throws SQLException, IOException, InterruptedException {
    threads.execute(this::produce);
    while (true) {
      RowBatch.Checked batch = result(waiting.take());
      if (batch == null) {
        return;
      }
      sink.take(batch);
    }
  }

  private void produce() {
    try {
      List<DetectionRow> rows = new ArrayList<>(BATCH_ROWS);
      for (DetectionRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
        if (rows.size() == BATCH_ROWS) {
          submit(rows);
          rows = new ArrayList<>(BATCH_ROWS);
        }
      }
      submit(rows);
      waiting.put(CompletableFuture.completedFuture(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException failed) {
      tell(failed);
    }
  }

  private void submit(List<DetectionRow> rows) throws InterruptedException {
    waiting.put(CompletableFuture.supplyAsync(() -> new RowBatch(rows).check(checks), threads));
  }

  private void tell(Exception failed) {
    try {
      waiting.put(CompletableFuture.failedFuture(failed));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RowBatch.@Nullable Checked result(Future<RowBatch.@Nullable Checked> batch)
      throws IOException, InterruptedException {
    try {
      return batch.get();
    } catch (java.util.concurrent.ExecutionException e) {
      Throwable cause = e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      if (cause instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "import");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
