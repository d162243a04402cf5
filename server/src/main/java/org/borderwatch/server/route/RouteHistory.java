package org.borderwatch.server.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.borderwatch.server.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a route: who, when, and which of its fields said what before and after.
 *
 * @param changes newest first
 */
public record RouteHistory(List<Change> changes) {
  /** The name of the field that stands for the lines; they are long, so only the change is told. */
  private static final String GEOMETRY = "geometry";

  /** What people change; the rest follows from it. */
  private static final List<String> FIELDS =
      List.of(
          "code",
          "name",
          "status",
          "origin",
          "transit",
          "destination",
          "evidence",
          "detections",
          "matched_share");

  /**
   * One change.
   *
   * @param operation insert, update, delete, or restore for the insert that undoes a delete
   * @param by the account
   * @param version the one that it made; for a delete the one that was deleted
   * @param fields what changed; all that it says for an insert, nothing for delete and restore
   * @param before what it said; null before an insert
   */
  public record Change(
      String operation,
      Instant at,
      String by,
      int version,
      List<Field> fields,
      @Nullable JsonNode before) {}

  /** A field with what it said before and after; null where it said nothing, or is the geometry. */
  public record Field(String name, @Nullable JsonNode from, @Nullable JsonNode to) {}

  /**
   * A row of {@code route_history.sql}.
   *
   * @param operation now, insert, update or delete
   * @param image the route now, or before the change, as JSON without its lines; null before an
   *     insert
   * @param line says the same as long as the lines are the same
   */
  record Row(
      String operation, Instant at, String by, @Nullable String image, @Nullable String line) {
    JsonNode tree() {
      return image == null ? MissingNode.getInstance() : Json.tree(image);
    }
  }

  /** Reads the history out of its rows, newest first. */
  static RouteHistory of(List<Row> rows) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.operation().equals("now")) {
        continue;
      }
      JsonNode before = row.tree();
      JsonNode after =
          i == 0 || row.operation().equals("delete")
              ? MissingNode.getInstance()
              : rows.get(i - 1).tree();
      boolean undone =
          row.operation().equals("insert")
              && i + 1 < rows.size()
              && rows.get(i + 1).operation().equals("delete");
      List<Field> fields = new ArrayList<>();
      if (!undone && !row.operation().equals("delete")) {
        fields.addAll(differing(before, after));
        if (i > 0 && !Objects.equals(row.line(), rows.get(i - 1).line())) {
          fields.add(new Field(GEOMETRY, null, null));
        }
      }
      int version = (row.operation().equals("delete") ? before : after).path("version").asInt();
      changes.add(
          new Change(
              undone ? "restore" : row.operation(),
              row.at(),
              row.by(),
              version,
              fields,
              told(row, before)));
    }
    return new RouteHistory(List.copyOf(changes));
  }

  private static @Nullable JsonNode told(Row row, JsonNode before) {
    if (before.isMissingNode()) {
      return null;
    }
    ObjectNode told = Json.MAPPER.createObjectNode();
    FIELDS.forEach(name -> told.set(name, before.path(name)));
    return told.put("version", before.path("version").asInt()).put("line", row.line());
  }

  private static List<Field> differing(JsonNode before, JsonNode after) {
    List<Field> fields = new ArrayList<>();
    for (String name : FIELDS) {
      JsonNode from = said(before.path(name));
      JsonNode to = said(after.path(name));
      if (!Objects.equals(from, to)) {
        fields.add(new Field(name, from, to));
      }
    }
    return fields;
  }

  private static @Nullable JsonNode said(JsonNode value) {
    return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())
        ? null
        : value;
  }
}
