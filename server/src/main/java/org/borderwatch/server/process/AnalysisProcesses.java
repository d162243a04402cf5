package org.borderwatch.server.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.process.ProcessResult.Form;

/** The processes that this server offers, in the order in which they are shown. Immutable. */
public final class AnalysisProcesses {
  private final Map<String, AnalysisProcess> byId = new LinkedHashMap<>();
  private final Supplier<Set<String>> dataVersions;

  /**
   * These processes.
   *
   * @param dataVersions what results made now would say of the data that they saw; may throw {@link
   *     ApiException} while that isn't known
   */
  public AnalysisProcesses(List<AnalysisProcess> processes, Supplier<Set<String>> dataVersions) {
    this.dataVersions = dataVersions;
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

  /**
   * Media types in which a result can be taken away, the usual one first: those in which it is
   * {@code stored}, and those that can be made of them.
   */
  List<String> forms(String process, List<String> stored) {
    Stream<String> made =
        derived(process)
            .filter(form -> stored.contains(form.source()))
            .map(DerivedForm::mediaType)
            .filter(type -> !stored.contains(type));
    return Stream.concat(stored.stream(), made).toList();
  }

  /** A result in one of its {@link #forms}; {@code stored} reads one by its media type. */
  Optional<Form> form(String process, String mediaType, Function<String, Optional<Form>> stored) {
    return stored
        .apply(mediaType)
        .or(
            () ->
                derived(process)
                    .filter(form -> form.mediaType().equals(mediaType))
                    .findFirst()
                    .flatMap(form -> stored.apply(form.source()).map(form::of)));
  }

  /** The result in the form that was asked for, or in its usual one when it has no such form. */
  public Form form(String process, String mediaType, ProcessResult result) {
    return form(process, mediaType, result::form).orElse(result.forms().get(0));
  }

  private Stream<DerivedForm> derived(String process) {
    return find(process).stream().flatMap(one -> one.derivedForms().stream());
  }

  /** Versions of the stored data now, as results have them; empty while they aren't known. */
  public Optional<Set<String>> dataVersions() {
    try {
      return Optional.of(dataVersions.get());
    } catch (ApiException loading) {
      return Optional.empty();
    }
  }
}
