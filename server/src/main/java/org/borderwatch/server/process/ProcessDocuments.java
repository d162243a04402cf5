package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;

/** Process descriptions of OGC API Processes, with members of ours. */
final class ProcessDocuments {
  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";

  private final PublicUrl publicUrl;
  private final String software;

  ProcessDocuments(PublicUrl publicUrl, String software) {
    this.publicUrl = publicUrl;
    this.software = software;
  }

  /** What it is, for a list. */
  ObjectNode summary(ProcessDescription description) {
    JsonNode given = description.document();
    ObjectNode summary = Json.MAPPER.createObjectNode();
    summary.put("id", description.id());
    for (String name : List.of("title", "titleVi", "description", "descriptionVi", "keywords")) {
      if (given.has(name)) {
        summary.set(name, given.get(name));
      }
    }
    summary.put("version", software);
    summary.putArray("jobControlOptions").add("sync-execute").add("async-execute").add("dismiss");
    summary.putArray("outputTransmission").add("value");
    String address = publicUrl.to("/api/processes/" + description.id());
    ArrayNode links = summary.putArray("links");
    link(links, "self", address, "The description");
    link(links, EXECUTE, address + "/execution", "Run it");
    return summary;
  }

  /** What it is, takes and gives. */
  ObjectNode full(ProcessDescription description) {
    ObjectNode full = summary(description);
    ObjectNode inputs = full.putObject("inputs");
    for (Map.Entry<String, JsonNode> input : description.document().path("inputs").properties()) {
      ObjectNode document = input.getValue().deepCopy();
      if (!document.has("minOccurs")) {
        document.put("minOccurs", 0);
      }
      inputs.set(input.getKey(), document);
    }
    ObjectNode result = full.putObject("outputs").putObject("result");
    result.put("title", "The result");
    result.put("titleVi", "Kết quả");
    List<String> types = description.mediaTypes();
    if (types.size() == 1) {
      result.set("schema", schema(types.get(0)));
    } else {
      ArrayNode choice = result.putObject("schema").putArray("oneOf");
      types.forEach(type -> choice.add(schema(type)));
    }
    ArrayNode formats = result.putArray("formats");
    for (String type : types) {
      formats.addObject().put("mediaType", type).put("default", type.equals(types.get(0)));
    }
    return full;
  }

  private static ObjectNode schema(String mediaType) {
    ObjectNode schema = Json.MAPPER.createObjectNode();
    if (mediaType.equals("application/geo+json")) {
      schema.put("type", "object").put("format", "geojson-feature-collection");
    } else if (mediaType.equals("application/json")) {
      schema.put("type", "object");
    } else {
      schema.put("type", "string");
      if (!mediaType.startsWith("text/")) {
        schema.put("contentEncoding", "binary");
      }
    }
    return schema.put("contentMediaType", mediaType);
  }

  private static void link(ArrayNode links, String rel, String href, String title) {
    links
        .addObject()
        .put("rel", rel)
        .put("type", "application/json")
        .put("href", href)
        .put("title", title);
  }
}
