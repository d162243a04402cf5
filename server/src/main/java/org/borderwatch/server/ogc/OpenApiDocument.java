package org.borderwatch.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.Route;

/**
 * The OpenAPI 3.0 document: paths and parameters from the routes themselves, so that it can't fall
 * behind; schemas and answers from {@code openapi.json} beside this class.
 *
 * <p>In that file, {@code operations} says what an operation takes and answers, by method and path;
 * {@code *} stands for any text, and the first entry that fits counts after an exact one.
 */
final class OpenApiDocument {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^A-Za-z0-9]+");
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PARAMETERS = "#/components/parameters/";

  /** Parameters that mean the same for every collection. */
  private static final Set<String> NEVER_PROPERTIES =
      Set.of(
          "bbox",
          "datetime",
          "limit",
          "cursor",
          "format",
          "crs",
          "job",
          "filter",
          "filter-lang",
          "filter-crs");

  private final ObjectNode document;
  private final JsonNode operations;

  private OpenApiDocument() {
    this.document = (ObjectNode) Json.tree(SqlText.of(OpenApiDocument.class, "openapi.json"));
    this.operations = document.remove("operations");
  }

  /** The document of these routes, served at {@code server}. */
  static JsonNode of(List<Route> routes, String server, String version) {
    OpenApiDocument made = new OpenApiDocument();
    ((ObjectNode) made.document.get("info")).put("version", version);
    made.document.putArray("servers").addObject().put("url", server);
    ObjectNode paths = made.document.putObject("paths");
    for (Route route : routes) {
      if (isDescribed(route)) {
        String method = route.method().name().toLowerCase(Locale.ROOT);
        paths.withObjectProperty(route.path()).set(method, made.operation(route));
      }
    }
    return made.document;
  }

  /** The page and its files are for browsers, not for programs. */
  static boolean isDescribed(Route route) {
    return !route.parameters().equals(QueryParameters.ANY) && !route.path().contains("<");
  }

  private ObjectNode operation(Route route) {
    JsonNode known = known(route);
    ObjectNode operation = Json.MAPPER.createObjectNode();
    operation.put("operationId", operationId(route));
    operation.put("summary", route.summary());
    operation.putArray("tags").add(tag(route.path()));
    if (route.permission() == Permission.NOBODY) {
      operation.putArray("security");
    } else {
      operation.put("description", "Needs the permission " + route.permission().code() + ".");
    }
    ArrayNode parameters = parameters(route);
    if (known.path("ifMatch").asBoolean()) {
      parameters.addObject().put("$ref", PARAMETERS + "If-Match");
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    if (known.has("body")) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.set("content", content(known.get("body")));
    }
    operation.set("responses", responses(known.get("answers")));
    return operation;
  }

  private JsonNode known(Route route) {
    String wanted = route.method().name() + " " + route.path();
    if (operations.has(wanted)) {
      return operations.get(wanted);
    }
    for (Map.Entry<String, JsonNode> entry : operations.properties()) {
      String any = entry.getKey().endsWith(" *") ? ".*" : "[^/]*";
      String pattern = "\\Q" + entry.getKey().replace("*", "\\E" + any + "\\Q") + "\\E";
      if (wanted.matches(pattern)) {
        return entry.getValue();
      }
    }
    throw new IllegalStateException("openapi.json doesn't know " + wanted);
  }

  private ArrayNode parameters(Route route) {
    ArrayNode parameters = Json.MAPPER.createArrayNode();
    Matcher variable = VARIABLE.matcher(route.path());
    while (variable.find()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", variable.group(1)).put("in", "path").put("required", true);
      boolean number = List.of("z", "row", "col").contains(variable.group(1));
      parameter.putObject("schema").put("type", number ? "integer" : "string");
    }
    for (String name : route.parameters().names().stream().sorted().toList()) {
      ObjectNode parameter = parameters.addObject();
      String key = key(route, name);
      if (document.at("/components/parameters").has(key)
          && !isPropertyOfLayer(route.path(), name)) {
        parameter.put("$ref", PARAMETERS + key);
      } else {
        parameter.put("name", name).put("in", "query");
        parameter.put("description", "Values that the property equals, separated by commas");
        parameter.putObject("schema").put("type", "string");
      }
    }
    return parameters;
  }

  /** The name, or with that of its group before it where the same name means something else. */
  private String key(Route route, String name) {
    String own = tag(route.path()) + "-" + name;
    return document.at("/components/parameters").has(own) ? own : name;
  }

  /** A layer may have a property with the name of a filter of detections. */
  private static boolean isPropertyOfLayer(String path, String name) {
    return (path.endsWith("/items") || path.contains("/export"))
        && !path.contains("/detections/")
        && !NEVER_PROPERTIES.contains(name);
  }

  private static ObjectNode content(JsonNode schemasByMedia) {
    ObjectNode content = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> media : schemasByMedia.properties()) {
      content
          .putObject(media.getKey())
          .putObject("schema")
          .put("$ref", SCHEMAS + media.getValue().asText());
    }
    return content;
  }

  private static ObjectNode responses(JsonNode answers) {
    ObjectNode responses = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      ObjectNode response = responses.putObject(answer.getKey());
      response.put("description", description(answer.getKey()));
      if (!answer.getValue().isEmpty()) {
        response.set("content", content(answer.getValue()));
      }
    }
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
    return responses;
  }

  private static String description(String status) {
    return switch (status) {
      case "200" -> "Done";
      case "201" -> "Made; Location says where it is";
      case "204" -> "Done, or there is nothing to send";
      case "304" -> "Not changed since the caller read it";
      default -> "See the document";
    };
  }

  /** Such as {@code getCollectionsDetectionsItems}; the path makes it unique. */
  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String word : NOT_LETTERS.split(route.path())) {
      if (!word.isEmpty()) {
        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static String tag(String path) {
    String[] parts = path.split("/");
    if (parts.length > 3 && parts[2].equals("collections")) {
      return parts[3];
    }
    return parts.length > 2 ? parts[2] : "server";
  }
}
