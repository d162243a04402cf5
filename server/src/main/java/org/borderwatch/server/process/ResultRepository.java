package org.borderwatch.server.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.process.ProcessResult.Form;
import org.jdbi.v3.core.Jdbi;

/** What came of jobs, in each of its forms: the table {@code job_result}. Thread-safe. */
final class ResultRepository {
  private final Jdbi jdbi;

  ResultRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Media types of the result, the usual one first; none when there is no result. */
  List<String> mediaTypes(UUID job) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT media_type FROM job_result WHERE job = :job ORDER BY position")
                .bind("job", job)
                .mapTo(String.class)
                .list());
  }

  Optional<Form> form(UUID job, String mediaType) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT packed, content FROM job_result WHERE job = :job AND media_type = :type")
                .bind("job", job)
                .bind("type", mediaType)
                .map(
                    (row, context) -> {
                      byte[] content = row.getBytes("content");
                      return new Form(
                          mediaType, row.getBoolean("packed") ? Packed.unpack(content) : content);
                    })
                .findOne());
  }
}
