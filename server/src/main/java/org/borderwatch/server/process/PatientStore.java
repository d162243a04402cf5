package org.borderwatch.server.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.borderwatch.server.database.FullDisk;
import org.borderwatch.server.database.Outage;

/**
 * The store of jobs for whoever would lose work without it: what fails because the database is away
 * or its disk full is tried again for ten minutes. Thread-safe.
 */
final class PatientStore {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long TRY_AGAIN_MILLIS = 500;
  private static final JobEnd NO_ROOM =
      new JobEnd.Failed(
          "Đĩa của cơ sở dữ liệu đã đầy, chưa lưu gì; hãy báo quản trị viên rồi chạy lại."
              + " / The disk of the database is full and nothing was stored; tell the administrator,"
              + " then start it again.");

  private final JobRepository jobs;
  private final CountDownLatch closed = new CountDownLatch(1);

  PatientStore(JobRepository jobs) {
    this.jobs = jobs;
  }

  /** It runs now; false when somebody cancelled it meanwhile. */
  boolean start(RunningJob job) {
    return patiently(() -> !job.isCancelled() && jobs.start(job.id()));
  }

  /** Whether what was done stays though somebody cancelled it. */
  private static boolean isKept(RunningJob job, JobEnd end) {
    return job.work().isLasting()
        || end instanceof JobEnd.Successful successful && successful.result().bestSoFar();
  }

  /**
   * It ended.
   *
   * @return what the store says of it: a result for which there is no room is a failure
   */
  JobEnd finish(RunningJob job, JobEnd end) {
    return patiently(
        () -> {
          try {
            return jobs.finish(job.id(), end, isKept(job, end));
          } catch (RuntimeException failed) {
            if (FullDisk.isCauseOf(failed) && end instanceof JobEnd.Successful) {
              return jobs.finish(job.id(), NO_ROOM, job.work().isLasting());
            }
            throw failed;
          }
        });
  }

  private <T> T patiently(Supplier<T> step) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return step.get();
      } catch (RuntimeException failed) {
        boolean mayPass = Outage.isCauseOf(failed) || FullDisk.isCauseOf(failed);
        if (!mayPass || System.nanoTime() > deadline || isClosedAfterAPause()) {
          throw failed;
        }
      }
    }
  }

  private boolean isClosedAfterAPause() {
    try {
      return closed.await(TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Nothing is tried again any more. */
  void close() {
    closed.countDown();
  }
}
