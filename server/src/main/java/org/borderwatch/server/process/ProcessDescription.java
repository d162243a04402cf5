package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.Json;

/**
 * What a process is, takes and gives, in the words of OGC API Processes: read from a JSON file
 * beside the class that does it.
 *
 * <p>The file has {@code id}, {@code title}, {@code titleVi}, {@code description}, {@code
 * descriptionVi}, {@code mediaTypes} (of its one output {@code result}, the usual one first) and
 * {@code inputs}: by name {@code title}, {@code titleVi}, {@code description}, {@code minOccurs}
 * and {@code schema}.
 */
public record ProcessDescription(JsonNode document) {
  /** The description in {@code file} beside {@code owner}. */
  public static ProcessDescription of(Class<?> owner, String file) {
    return new ProcessDescription(Json.tree(SqlText.of(owner, file)));
  }

  public String id() {
    return document.path("id").asText();
  }

  /** Names of the inputs that it knows; any other is refused by name. */
  public Set<String> inputNames() {
    Set<String> names = new LinkedHashSet<>();
    document.path("inputs").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Media types of the result, the usual one first. */
  public List<String> mediaTypes() {
    List<String> types = new java.util.ArrayList<>();
    document.path("mediaTypes").forEach(type -> types.add(type.asText()));
    return types;
  }
}
