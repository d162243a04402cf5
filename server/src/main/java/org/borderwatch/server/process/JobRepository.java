package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.ProcessResult.Form;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The life of a job in the store: tables {@code job}, {@code job_input}, {@code job_result}. */
public final class JobRepository {
  private static final String ADD = sql("add_job.sql");
  private static final String BEAT = sql("beat_jobs.sql");
  private static final String CANCEL = sql("cancel_job.sql");
  private static final String FIND = sql("find_job.sql");
  private static final String FINISH = sql("finish_job.sql");
  private static final String FAIL_LEFT = sql("fail_left_jobs.sql");
  private static final String START = sql("start_job.sql");

  private final Jdbi jdbi;
  private final Jdbi promptJdbi;
  private final UUID server;
  private final String software;

  /**
   * The jobs as one server sees them.
   *
   * @param promptJdbi never waits long for a database that hangs
   * @param server the server that runs what is added here
   * @param software its version
   */
  public JobRepository(Jdbi jdbi, Jdbi promptJdbi, UUID server, String software) {
    this.jdbi = jdbi;
    this.promptJdbi = promptJdbi;
    this.server = server;
    this.software = software;
  }

  /** How far a job is. */
  record Beat(UUID id, int percent, String message) {}

  /** Adds a job that waits to be run. */
  public void add(JobOrder order) {
    ShownInputs inputs = ShownInputs.of(order.inputs());
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(ADD)
              .bind("id", order.id())
              .bind("type", order.type())
              .bind("requester", order.requester())
              .bind("unit", order.unit())
              .bind("inputs", inputs.shown().toString())
              .bind("mediaType", order.mediaType())
              .bind("response", order.asDocument() ? "document" : "raw")
              .bind("server", server)
              .bind("software", software)
              .execute();
          if (inputs.isCut()) {
            handle.execute(
                "INSERT INTO job_input (job, content) VALUES (?, ?)",
                order.id(),
                Packed.pack(Json.bytes(order.inputs())));
          }
        });
  }

  /** All that was asked for, also what is too long to be shown. */
  public Optional<JsonNode> inputs(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT content FROM job_input WHERE job = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne()
                .map(packed -> Json.tree(Packed.unpack(packed)))
                .or(() -> find(handle, id).map(job -> job.order().inputs())));
  }

  /** It runs now; false when somebody cancelled it meanwhile. */
  public boolean start(UUID id) {
    return jdbi.withHandle(handle -> handle.createUpdate(START).bind("id", id).execute()) > 0;
  }

  /**
   * They are alive, and so far.
   *
   * @return those that have to stop: somebody cancelled them, or forgot them
   */
  List<UUID> beat(Collection<Beat> beats) {
    List<Beat> all = List.copyOf(beats);
    List<UUID> goOn =
        promptJdbi.withHandle(
            handle ->
                handle
                    .createQuery(BEAT)
                    .bind("ids", all.stream().map(Beat::id).toArray(UUID[]::new))
                    .bind("percents", all.stream().map(Beat::percent).toArray(Integer[]::new))
                    .bind("messages", all.stream().map(Beat::message).toArray(String[]::new))
                    .mapTo(UUID.class)
                    .list());
    return all.stream().map(Beat::id).filter(id -> !goOn.contains(id)).toList();
  }

  /**
   * It ended; the first end counts, but for one that was only supposed because the heartbeat
   * stopped.
   *
   * @param lasting whether what it did stays done though it was cancelled
   * @return what the store says now: a job that was cancelled meanwhile is dismissed
   */
  JobEnd finish(UUID id, JobEnd end, boolean lasting) {
    return jdbi.inTransaction(
        handle -> {
          Optional<String> status = close(handle, id, end, lasting);
          if (end instanceof JobEnd.Successful successful
              && status.filter(end.status().code()::equals).isPresent()) {
            store(handle, id, successful.result());
            return end;
          }
          return end instanceof JobEnd.Successful ? JobEnd.DISMISSED : end;
        });
  }

  private static Optional<String> close(Handle handle, UUID id, JobEnd end, boolean lasting) {
    var update =
        handle
            .createQuery(FINISH)
            .bind("id", id)
            .bind("status", end.status().code())
            .bind("message", end.message())
            .bind("lasting", lasting);
    Optional<ProcessResult> result =
        end instanceof JobEnd.Successful done ? Optional.of(done.result()) : Optional.empty();
    return update
        .bind("dataVersion", result.map(ProcessResult::dataVersion).orElse(""))
        .bind("synthetic", result.map(ProcessResult::synthetic).orElse(false))
        .bind(
            "summary", result.flatMap(ProcessResult::summary).map(JsonNode::toString).orElse(null))
        .mapTo(String.class)
        .findOne();
  }

  private static void store(Handle handle, UUID id, ProcessResult result) {
    int position = 0;
    for (Form form : result.forms()) {
      handle.execute(
          "INSERT INTO job_result (job, media_type, position, content, size) VALUES (?, ?, ?, ?, ?)",
          id,
          form.mediaType(),
          position++,
          Packed.pack(form.content()),
          (long) form.content().length);
    }
  }

  /**
   * Asks that it stops, whichever server runs it, and calls it dismissed.
   *
   * @return false when it had ended
   */
  public boolean cancel(UUID id) {
    return jdbi.withHandle(handle -> handle.createUpdate(CANCEL).bind("id", id).execute()) > 0;
  }

  /** Forgets a job and its result. */
  public void remove(UUID id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM job WHERE id = ?", id));
  }

  public Optional<Job> find(UUID id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  private static Optional<Job> find(Handle handle, UUID id) {
    return handle.createQuery(FIND).bind("id", id).map(new JobRow()).findOne();
  }

  /** Says of every job that this server left unfinished that it failed. When it starts or stops. */
  public int failLeft() {
    return promptJdbi.withHandle(
        handle -> handle.createUpdate(FAIL_LEFT).bind("server", server).execute());
  }

  static String sql(String file) {
    return SqlText.of(JobRepository.class, file);
  }
}
