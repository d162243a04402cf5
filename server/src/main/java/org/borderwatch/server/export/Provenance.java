package org.borderwatch.server.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.borderwatch.server.ogc.CollectionInfo.Licence;

/**
 * Where the content of a file comes from; written into every file, so that it stays with the data.
 *
 * @param title in English
 * @param titleVi in Vietnamese
 * @param licence under which it may be passed on
 * @param filter what chose among the features, by the name of the parameter
 * @param job whose result it is
 * @param made when it was read
 * @param software version of Borderwatch
 * @param features how many
 * @param synthetic how many of them are simulated
 */
record Provenance(
    String title,
    String titleVi,
    Licence licence,
    Map<String, String> filter,
    Optional<JobOrigin> job,
    Instant made,
    String software,
    long features,
    long synthetic) {

  /** An analysis: its process, its number, the version of the data that it saw. */
  record JobOrigin(String process, String id, String dataVersion) {}

  Provenance {
    filter = Map.copyOf(filter);
  }

  /** Whether any of it is simulated. */
  boolean isSynthetic() {
    return synthetic > 0;
  }

  String attribution() {
    return licence.href().isEmpty()
        ? licence.title()
        : licence.title() + " (" + licence.href() + ")";
  }

  /** One line: what it is, what chose it, whether it is simulated. */
  String note() {
    StringBuilder note = new StringBuilder(title).append(" / ").append(titleVi).append(". ");
    note.append(features).append(features == 1 ? " feature" : " features");
    note.append(", read ").append(made).append(" by Borderwatch ").append(software).append(". ");
    job.ifPresent(
        of -> {
          note.append("Result of ").append(of.process()).append(", job ").append(of.id());
          note.append(of.dataVersion().isEmpty() ? "" : ", data version " + of.dataVersion());
          note.append(". ");
        });
    note.append("Filter: ").append(filterText()).append('.');
    if (isSynthetic()) {
      note.append(' ').append(syntheticText());
    }
    return note.toString();
  }

  private String filterText() {
    if (filter.isEmpty()) {
      return "none";
    }
    return String.join(
        "; ",
        new TreeMap<>(filter)
            .entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  private String syntheticText() {
    return synthetic == features
        ? "SYNTHETIC: all of it is simulated / DỮ LIỆU MÔ PHỎNG."
        : "PARTLY SYNTHETIC: %d features are simulated / MỘT PHẦN LÀ DỮ LIỆU MÔ PHỎNG."
            .formatted(synthetic);
  }
}
