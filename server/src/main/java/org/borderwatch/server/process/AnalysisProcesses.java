package org.borderwatch.server.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.borderwatch.server.http.ApiException;

/** The processes that this server offers, in the order in which they are shown. Immutable. */
public final class AnalysisProcesses {
  private final Map<String, AnalysisProcess> byId = new LinkedHashMap<>();
  private final Supplier<String> dataVersion;

  /**
   * These processes.
   *
   * @param dataVersion what a result made now would say of the data that it saw; may throw {@link
   *     ApiException} while that isn't known
   */
  public AnalysisProcesses(List<AnalysisProcess> processes, Supplier<String> dataVersion) {
    this.dataVersion = dataVersion;
    for (AnalysisProcess process : processes) {
      if (byId.put(process.description().id(), process) != null) {
        throw new IllegalArgumentException(
            "two processes are called " + process.description().id());
      }
    }
  }

  /** All of them. */
  public Collection<AnalysisProcess> all() {
    return byId.values();
  }

  public Optional<AnalysisProcess> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The process called {@code id}.
   *
   * @throws ApiException.NotFound naming those that there are
   */
  public AnalysisProcess require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new ApiException.NotFound(
                    "There is no process "
                        + id
                        + (byId.isEmpty()
                            ? ""
                            : "; there are " + String.join(", ", byId.keySet()))));
  }

  /** Version of the stored data now; empty while it isn't known. */
  public Optional<String> dataVersion() {
    try {
      return Optional.of(dataVersion.get());
    } catch (ApiException loading) {
      return Optional.empty();
    }
  }
}
