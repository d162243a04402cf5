package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.borderwatch.server.http.Json;

/**
 * The inputs of a job as they are shown with it: a member that is longer than a few lines is
 * replaced by {@code {"bytes": n}}.
 *
 * @param isCut whether anything was replaced
 */
record ShownInputs(JsonNode shown, boolean isCut) {
  private static final int LONGEST_BYTES = 4 * 1024;

  static ShownInputs of(JsonNode inputs) {
    ObjectNode shown = Json.MAPPER.createObjectNode();
    boolean isCut = false;
    for (Map.Entry<String, JsonNode> input : inputs.properties()) {
      int bytes = Json.bytes(input.getValue()).length;
      if (bytes <= LONGEST_BYTES) {
        shown.set(input.getKey(), input.getValue());
      } else {
        shown.putObject(input.getKey()).put("bytes", bytes);
        isCut = true;
      }
    }
    return new ShownInputs(shown, isCut);
  }
}
