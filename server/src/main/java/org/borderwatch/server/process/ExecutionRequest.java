package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.server.http.AcceptHeader;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.jspecify.annotations.Nullable;

/**
 * The body of an execution: {@code inputs}, {@code outputs} with the one output {@code result}, and
 * {@code response}. What isn't known is refused by name.
 *
 * @param mediaType the form of the result
 * @param asDocument whether the result stands inside a document
 */
record ExecutionRequest(JsonNode inputs, String mediaType, boolean asDocument) {
  private static final String OUTPUT = "result";

  /**
   * Reads {@code body}.
   *
   * @param accept header of the request; counts for an answer that is the result itself and whose
   *     form the body doesn't say
   * @param offered media types of the result, the usual one first
   * @throws BadParameter naming the member
   * @throws ApiException.NotAcceptable when {@code accept} takes none of {@code offered}
   */
  static ExecutionRequest of(JsonNode body, @Nullable String accept, List<String> offered) {
    if (!body.isObject()) {
      throw new ApiException.BadBody("The body isn't a JSON object with the member inputs");
    }
    refuseUnknown("the body", body, Set.of("inputs", "outputs", "response"));
    String response = text(body, "response").orElse("raw");
    if (!response.equals("raw") && !response.equals("document")) {
      throw new BadParameter("response", "response is " + response + "; expected raw or document");
    }
    boolean asDocument = response.equals("document");
    Optional<String> asked = format(body.path("outputs"), offered);
    String mediaType =
        asked.orElseGet(() -> asDocument ? offered.get(0) : accepted(accept, offered));
    JsonNode inputs = body.path("inputs");
    if (holdsNul(inputs)) {
      throw new BadParameter("inputs", "inputs has a text with a NUL character; remove it");
    }
    return new ExecutionRequest(
        inputs.isMissingNode() || inputs.isNull() ? JsonNodeFactory.instance.objectNode() : inputs,
        mediaType,
        asDocument);
  }

  private static Optional<String> format(JsonNode outputs, List<String> offered) {
    if (outputs.isMissingNode() || outputs.isNull()) {
      return Optional.empty();
    }
    requireObject("outputs", outputs);
    refuseUnknown("outputs", outputs, Set.of(OUTPUT));
    JsonNode result = outputs.path(OUTPUT);
    if (result.isMissingNode()) {
      return Optional.empty();
    }
    requireObject("outputs.result", result);
    refuseUnknown("outputs.result", result, Set.of("format", "transmissionMode"));
    String mode = text(result, "transmissionMode").orElse("value");
    if (!mode.equals("value")) {
      throw new BadParameter(
          "transmissionMode", "transmissionMode is " + mode + "; only value is offered");
    }
    JsonNode format = result.path("format");
    if (format.isMissingNode()) {
      return Optional.empty();
    }
    requireObject("outputs.result.format", format);
    refuseUnknown("outputs.result.format", format, Set.of("mediaType"));
    return text(format, "mediaType").map(asked -> offered(asked, offered));
  }

  private static String offered(String asked, List<String> offered) {
    return offered.stream()
        .filter(type -> AcceptHeader.isSame(type, asked))
        .findFirst()
        .orElseThrow(
            () ->
                new BadParameter(
                    "mediaType",
                    "outputs.result.format.mediaType is %s; offered are %s"
                        .formatted(asked, String.join(", ", offered))));
  }

  private static String accepted(@Nullable String accept, List<String> offered) {
    return AcceptHeader.best(accept, offered)
        .orElseThrow(
            () ->
                new ApiException.NotAcceptable(
                    "Accept is %s; the result is offered as %s"
                        .formatted(accept, String.join(", ", offered))));
  }

  /** PostgreSQL stores no such text. */
  private static boolean holdsNul(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().indexOf('\0') >= 0;
    }
    for (String name : (Iterable<String>) node::fieldNames) {
      if (name.indexOf('\0') >= 0) {
        return true;
      }
    }
    for (JsonNode child : node) {
      if (holdsNul(child)) {
        return true;
      }
    }
    return false;
  }

  private static void requireObject(String name, JsonNode node) {
    if (!node.isObject()) {
      throw new BadParameter(name, name + " has to be an object");
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new BadParameter(name, name + " has to be a text");
    }
    return Optional.of(value.asText());
  }

  private static void refuseUnknown(String where, JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                String remedy =
                    LikelyWord.among(known, name)
                        .map(near -> "is " + near + " meant?")
                        .orElse("known are " + String.join(", ", new TreeSet<>(known)));
                throw new BadParameter(
                    name, "Unknown member %s of %s; %s".formatted(name, where, remedy));
              }
            });
  }
}
