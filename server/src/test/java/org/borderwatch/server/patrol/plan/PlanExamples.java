package org.borderwatch.server.patrol.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.roster.Assignment;
import org.locationtech.jts.geom.Coordinate;

/** Results of the two analyses as documents. */
final class PlanExamples {
  private PlanExamples() {}

  /** The result of {@code patrol-areas} that says {@code planned}. */
  static byte[] areas(PlannedAreas planned) {
    List<Object> features = new ArrayList<>();
    for (PatrolArea area : planned.areas()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("name", area.name());
      area.rank().ifPresent(rank -> properties.put("rank", rank));
      properties.put("border_with", area.with().code());
      properties.put("from_km", area.fromKm());
      properties.put("to_km", area.untilKm());
      area.stretch().ifPresent(stretch -> properties.put("stretch", stretch));
      properties.put("crossings", area.crossings().stream().map(PlanExamples::crossings).toList());
      properties.put("reach", area.reachMinutes());
      Map<String, Object> ways = new LinkedHashMap<>();
      area.ways().forEach((post, way) -> ways.put(post, pairs(way)));
      properties.put("ways", ways);
      properties.put(
          "waypoints", area.waypoints().stream().map(at -> List.of(at.lon(), at.lat())).toList());
      List<Object> ring = new ArrayList<>();
      for (Coordinate at : area.shape().getCoordinates()) {
        ring.add(List.of(at.x, at.y));
      }
      features.add(
          Map.of(
              "type",
              "Feature",
              "id",
              area.id(),
              "geometry",
              Map.of("type", "Polygon", "coordinates", List.of(ring)),
              "properties",
              properties));
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("value", 38.4);
    summary.put("bound", 38.4);
    summary.put("gap", 0);
    summary.put("status", "optimal");
    summary.put("curve", List.of(Map.of("teams", 1, "value", 9.0)));
    summary.put("forecast", Map.of("interval_holds", 0.91));
    summary.put("from", planned.from().toString());
    summary.put("days", planned.days());
    summary.put("shifts", planned.shifts().stream().map(PlanExamples::shift).toList());
    summary.put("posts", planned.posts().stream().map(post -> post(planned, post)).toList());
    summary.put(
        "terms",
        Map.of(
            "hours", planned.terms().hours(),
            "rest_hours", planned.terms().restHours(),
            "duties_per_week", planned.terms().dutiesPerWeek(),
            "reach_minutes", planned.terms().reachMinutes(),
            "detection", planned.terms().detection(),
            "area_metres", planned.terms().areaMetres()));
    summary.put("synthetic", planned.synthetic());
    summary.put("data_version", planned.dataVersion());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "FeatureCollection");
    document.put("features", List.of());
    document.put("areas", Map.of("type", "FeatureCollection", "features", features));
    document.put("summary", summary);
    return Json.bytes(document);
  }

  /** The result of {@code patrol-roster} that says {@code roster}. */
  static byte[] roster(UUID areasJob, int days, List<Assignment> roster) {
    List<Object> features = new ArrayList<>();
    for (Assignment duty : roster) {
      features.add(
          Map.of(
              "type",
              "Feature",
              "properties",
              Map.of(
                  "day", duty.day(),
                  "shift", duty.shift(),
                  "team", duty.team(),
                  "area", duty.area())));
    }
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("areas_job", areasJob.toString());
    summary.put("days", days);
    summary.put("seed", 7);
    summary.put("fixed", 12.5);
    summary.put("moves", List.of());
    summary.put("coverage", Map.of());
    return Json.bytes(
        Map.of("type", "FeatureCollection", "features", features, "summary", summary));
  }

  private static Map<String, Object> crossings(Crossings one) {
    return Map.of("value", one.value(), "low", one.low(), "high", one.high(), "plain", one.plain());
  }

  private static Map<String, Object> shift(Shift shift) {
    return Map.of(
        "number", shift.number(), "from", shift.from().toString(), "hours", shift.hours());
  }

  private static Map<String, Object> post(PlannedAreas planned, Post post) {
    return Map.of(
        "code", post.code(),
        "name_vi", post.nameVi(),
        "name_en", post.nameEn(),
        "lon", post.lon(),
        "lat", post.lat(),
        "teams",
            planned.teams().stream().filter(team -> team.station().equals(post.code())).count());
  }

  private static List<Object> pairs(double[] ordinates) {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < ordinates.length; i += 2) {
      pairs.add(List.of(ordinates[i], ordinates[i + 1]));
    }
    return pairs;
  }
}
