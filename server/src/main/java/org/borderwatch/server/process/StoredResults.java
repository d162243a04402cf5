package org.borderwatch.server.process;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.process.ProcessResult.Form;

/** Results of analyses that are features, for those who may see the jobs. Thread-safe. */
public final class StoredResults {
  private static final String GEOJSON = "application/geo+json";

  /** Among so many of the newest jobs one is looked for whose result is still there. */
  private static final int NEWEST = 10;

  private final JobRepository jobs;
  private final JobListRepository lists;
  private final ResultRepository results;

  /** The results in {@code database}. */
  public StoredResults(Database database) {
    jobs = new JobRepository(database.jdbi(), database.promptJdbi(), new UUID(0, 0), "");
    lists = new JobListRepository(database.jdbi());
    results = new ResultRepository(database.jdbi());
  }

  /** The job with this number, if the caller may see it. */
  public Optional<Job> find(Principal caller, UUID id) {
    return jobs.find(id).filter(JobVisibility.of(caller)::sees);
  }

  /**
   * The newest job of a process that the caller may see, whose result is features of the store;
   * what was made of features that came with the request is found by its number only.
   */
  public Optional<Job> newest(Principal caller, String process) {
    JobQuery query =
        new JobQuery(
            NEWEST,
            Set.of(process),
            Set.of(JobStatus.SUCCESSFUL.code()),
            new Period(Optional.empty(), Optional.empty()),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    List<Job> newest = lists.list(query, JobVisibility.of(caller));
    return newest.stream()
        .filter(job -> job.made().forms().contains(GEOJSON))
        .filter(job -> !job.made().dataVersion().isEmpty())
        .findFirst();
  }

  /** The result of the job with this number as a FeatureCollection, if it is one of a process. */
  public Optional<byte[]> features(UUID id, String process) {
    return jobs.find(id).filter(job -> job.type().equals(process)).flatMap(this::features);
  }

  /** The result of a job as a FeatureCollection in UTF-8; empty when it has none, or none now. */
  public Optional<byte[]> features(Job job) {
    return results.form(job.id(), GEOJSON).map(Form::content);
  }
}
