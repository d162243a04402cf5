package org.borderwatch.server.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Many jobs at once. Thread-safe. */
final class JobListRepository {
  private static final String LIST = JobRepository.sql("list_jobs.sql");

  private final Jdbi jdbi;

  JobListRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The jobs of {@code query} that somebody sees, newest first, one more than its limit at most.
   */
  List<Job> list(JobQuery query, JobVisibility seen) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LIST)
                .bind("all", seen.all())
                .bind("account", seen.account())
                .bind("units", texts(seen.units()))
                .bind("processes", texts(query.processes()))
                .bind("statuses", texts(query.statuses()))
                .bind("from", time(query.created().from()))
                .bind("until", time(query.created().until()))
                .bind("minSeconds", number(query.minSeconds()))
                .bind("maxSeconds", number(query.maxSeconds()))
                .bind("afterTime", time(query.after().map(JobQuery.Cursor::created)))
                .bind("afterId", query.after().map(JobQuery.Cursor::id).orElse(null))
                .bind("limit", query.limit() + 1)
                .map(new JobRow())
                .list());
  }

  private static String[] texts(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }
}
