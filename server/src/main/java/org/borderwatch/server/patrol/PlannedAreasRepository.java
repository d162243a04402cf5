package org.borderwatch.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads areas back from the results of {@code patrol-areas} jobs. Thread-safe. */
public final class PlannedAreasRepository implements AreasOfJob {
  private static final GeometryFactory DEGREES = new GeometryFactory();

  private final Function<UUID, Optional<byte[]>> results;

  /**
   * Over stored results.
   *
   * @param results the FeatureCollection of a {@code patrol-areas} job
   */
  public PlannedAreasRepository(Function<UUID, Optional<byte[]>> results) {
    this.results = results;
  }

  @Override
  public Optional<PlannedAreas> find(UUID job) {
    return results.apply(job).flatMap(PlannedAreasRepository::parse);
  }

  /** The areas of a result; empty where it is one of features that came with the request. */
  public static Optional<PlannedAreas> parse(byte[] result) {
    JsonNode document = Json.tree(result);
    JsonNode summary = document.path("summary");
    if (!document.has("areas") || !summary.has("terms")) {
      return Optional.empty();
    }
    List<Shift> shifts = new ArrayList<>();
    for (JsonNode one : summary.path("shifts")) {
      shifts.add(
          new Shift(
              one.path("number").asInt(),
              LocalTime.parse(one.path("from").asText()),
              one.path("hours").asDouble()));
    }
    List<Post> posts = new ArrayList<>();
    List<Team> teams = new ArrayList<>();
    for (JsonNode one : summary.path("posts")) {
      String code = one.path("code").asText();
      posts.add(
          new Post(
              code,
              one.path("name_vi").asText(),
              one.path("name_en").asText(),
              one.path("lon").asDouble(),
              one.path("lat").asDouble()));
      for (int i = 1; i <= one.path("teams").asInt(); i++) {
        teams.add(Team.of(code, i));
      }
    }
    List<PatrolArea> areas = new ArrayList<>();
    for (JsonNode one : document.path("areas").path("features")) {
      areas.add(area(one));
    }
    return Optional.of(
        new PlannedAreas(
            LocalDate.parse(summary.path("from").asText()),
            summary.path("days").asInt(),
            shifts,
            terms(summary.path("terms")),
            posts,
            teams,
            areas,
            summary.path("synthetic").asBoolean(),
            summary.path("data_version").asText()));
  }

  private static DutyTerms terms(JsonNode terms) {
    return new DutyTerms(
        terms.path("hours").asDouble(),
        terms.path("rest_hours").asDouble(),
        terms.path("duties_per_week").asInt(),
        terms.path("reach_minutes").asDouble(),
        terms.path("detection").asDouble(),
        terms.path("area_metres").asDouble());
  }

  private static PatrolArea area(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    List<Crossings> crossings = new ArrayList<>();
    for (JsonNode one : properties.path("crossings")) {
      crossings.add(
          new Crossings(
              one.path("value").asDouble(),
              one.path("low").asDouble(),
              one.path("high").asDouble(),
              one.path("plain").asDouble()));
    }
    Map<String, Double> reach = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : properties.path("reach").properties()) {
      reach.put(one.getKey(), one.getValue().asDouble());
    }
    Map<String, double[]> ways = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : properties.path("ways").properties()) {
      ways.put(one.getKey(), ordinates(one.getValue()));
    }
    List<LonLat> waypoints = new ArrayList<>();
    for (JsonNode one : properties.path("waypoints")) {
      waypoints.add(new LonLat(one.path(0).asDouble(), one.path(1).asDouble()));
    }
    return new PatrolArea(
        feature.path("id").asText(),
        properties.path("name").asText(),
        properties.path("rank").isInt()
            ? Optional.of(properties.path("rank").asInt())
            : Optional.empty(),
        Word.byCode(Neighbour.class, properties.path("border_with").asText()).orElseThrow(),
        properties.path("from_km").asDouble(),
        properties.path("to_km").asDouble(),
        Optional.ofNullable(properties.path("stretch").textValue()),
        shape(feature.path("geometry").path("coordinates").path(0)),
        waypoints,
        crossings,
        reach,
        ways);
  }

  private static double[] ordinates(JsonNode positions) {
    double[] ordinates = new double[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      ordinates[2 * i] = positions.get(i).path(0).asDouble();
      ordinates[2 * i + 1] = positions.get(i).path(1).asDouble();
    }
    return ordinates;
  }

  private static Geometry shape(JsonNode ring) {
    double[] ordinates = ordinates(ring);
    Coordinate[] coordinates = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return DEGREES.createPolygon(coordinates);
  }
}
