package org.borderwatch.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.route.RouteParser;
import org.borderwatch.data.route.RouteRow;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;

/**
 * A route as a client sends it: a GeoJSON feature with a line. The same checks as for files. What
 * the server derives may be sent back as it was read, and is passed over.
 */
final class RouteBody {
  private final JsonNode feature;
  private final RouteRow row = new RouteRow(1);

  /** Takes a body apart; refused when it is no feature. */
  RouteBody(JsonNode feature) {
    this.feature = feature;
    if (!feature.path("type").asText().equals("Feature")) {
      throw new BadBody("The body is no GeoJSON feature; its type must be Feature");
    }
    geometry(feature.path("geometry"));
    for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
      property(property.getKey(), property.getValue());
    }
  }

  /** The id that the client gave it. */
  Optional<UUID> id() {
    JsonNode id = feature.path("id");
    if (id.isMissingNode() || id.isNull()) {
      return Optional.empty();
    }
    Optional<UUID> uuid = DetectionCollection.uuid(id.asText());
    if (uuid.isEmpty()) {
      throw new BadBody("The id is no UUID; leave it out to have one made");
    }
    return uuid;
  }

  /** Whether it says that it is simulated; empty when it says nothing. */
  Optional<Boolean> synthetic() {
    JsonNode synthetic = feature.path("properties").path("synthetic");
    return synthetic.isBoolean() ? Optional.of(synthetic.booleanValue()) : Optional.empty();
  }

  /**
   * The route.
   *
   * @throws BadBody with everything that is wrong with it
   */
  TraffickingRoute parse(boolean synthetic) {
    List<FieldError> errors = new ArrayList<>();
    TraffickingRoute route =
        RouteParser.ofForm(synthetic).parse(row, refusal -> errors.add(error(refusal)));
    if (route == null) {
      throw refused(errors);
    }
    return route;
  }

  /** What to throw when something is wrong. */
  static BadBody refused(List<FieldError> errors) {
    return new BadBody("The route can't be stored; see errors", errors);
  }

  static FieldError error(Refusal refusal) {
    return new FieldError(
        refusal.field(),
        refusal.reason(),
        refusal.remedy(),
        refusal.reasonVi(),
        refusal.remedyVi());
  }

  private void geometry(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asText()) {
      case "LineString" -> line(coordinates);
      case "MultiLineString" -> coordinates.forEach(this::line);
      default -> row.refuse("geometry", RefusalReason.NOT_A_ROUTE);
    }
  }

  private void line(JsonNode positions) {
    row.beginLine();
    for (JsonNode position : positions) {
      boolean numbers =
          (position.size() == 2 || position.size() == 3)
              && position.get(0).isNumber()
              && position.get(1).isNumber();
      if (!numbers) {
        row.refuse("geometry", RefusalReason.NOT_A_ROUTE);
        return;
      }
      row.position(position.get(0).asDouble(), position.get(1).asDouble());
    }
  }

  private void property(String name, JsonNode value) {
    if (value.isArray()) {
      List<String> entries = new ArrayList<>();
      for (JsonNode entry : value) {
        if (!entry.isTextual() || entry.textValue().contains(";")) {
          row.refuse(name.length() > 40 ? name.substring(0, 40) : name, RefusalReason.NOT_A_VALUE);
          return;
        }
        entries.add(entry.textValue());
      }
      row.property(name, String.join(";", entries));
    } else if (value.isObject()) {
      row.refuse(name.length() > 40 ? name.substring(0, 40) : name, RefusalReason.NOT_A_VALUE);
    } else {
      row.property(name, value.isNull() ? null : value.asText());
    }
  }
}
