package org.borderwatch.server.patrol;

import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.patrol.forecast.Backtested;
import org.borderwatch.server.patrol.forecast.CrossingForecast;
import org.borderwatch.server.study.ResultWriter;
import org.locationtech.jts.geom.Coordinate;

/** Writes what came of {@code patrol-areas} over the store. */
final class AreasWriter {
  private AreasWriter() {}

  /**
   * One post's teams in one area and shift.
   *
   * @param adds persons over the plan that they stop beyond those ranked before
   */
  record Chosen(
      int rank,
      PatrolArea area,
      Post post,
      Shift shift,
      int teams,
      double minutes,
      double onSiteHours,
      double adds,
      double low,
      double high) {}

  /** A point of the curve, and its interval. */
  record Point(int teams, CoverageSolution solution, double low, double high) {}

  /** All there is to say. */
  record Result(
      PlannedAreas planned,
      List<Chosen> chosen,
      CoverageSolution solution,
      double low,
      double high,
      List<Point> curve,
      CrossingForecast forecast,
      List<Long> reached,
      boolean approximate) {}

  static byte[] write(Result result) {
    ResultWriter out = ResultWriter.featureCollection();
    PlannedAreas planned = result.planned();
    for (Chosen one : result.chosen()) {
      chosen(out, planned, one);
    }
    out.closeList().open("areas").text("type", "FeatureCollection").openList("features");
    for (PatrolArea area : planned.areas()) {
      area(out, planned, area, result.forecast());
    }
    out.closeList().close().open("summary");
    out.number("value", result.solution().value())
        .number("bound", result.solution().bound())
        .number("gap", result.solution().gap())
        .text("status", result.solution().status().code())
        .number("low", result.low())
        .number("high", result.high())
        .text("unit", "persons")
        .text("from", planned.from().toString())
        .whole("days", planned.days())
        .number("hours", planned.terms().hours())
        .number("reachMinutes", planned.terms().reachMinutes());
    terms(out, planned.terms());
    out.openList("shifts");
    planned.shifts().forEach(shift -> shift(out, shift));
    out.closeList().openList("posts");
    for (int i = 0; i < planned.posts().size(); i++) {
      post(out, planned, planned.posts().get(i), result.reached().get(i));
    }
    out.closeList().openList("curve");
    for (Point point : result.curve()) {
      out.open()
          .whole("teams", point.teams())
          .number("value", point.solution().value())
          .number("bound", point.solution().bound())
          .number("low", point.low())
          .number("high", point.high())
          .text("status", point.solution().status().code())
          .close();
    }
    out.closeList();
    forecast(out, result.forecast());
    out.truth("reach_approximate", result.approximate())
        .truth("synthetic", planned.synthetic())
        .text("data_version", planned.dataVersion())
        .close();
    return out.finish();
  }

  private static void chosen(ResultWriter out, PlannedAreas planned, Chosen one) {
    PatrolArea area = one.area();
    Crossings crossings = area.crossings().get(one.shift().number() - 1);
    out.openFeature()
        .text("id", area.name() + "-" + one.shift().number() + "-" + one.post().code())
        .polygon(ring(area))
        .open("properties")
        .whole("rank", one.rank())
        .text("area", area.id())
        .text("name", area.name())
        .text("station", one.post().code())
        .whole("shift", one.shift().number())
        .whole("teams", one.teams())
        .text("border_with", area.with().code())
        .number("from_km", area.fromKm())
        .number("to_km", area.untilKm())
        .number("expected_interceptions", one.adds())
        .number("expected_low", one.low())
        .number("expected_high", one.high())
        .number("expected_crossings", crossings.value() * planned.days())
        .number("reach_minutes", one.minutes())
        .number("on_site_hours", one.onSiteHours());
    way(out, "way", area.ways().getOrDefault(one.post().code(), new double[0]));
    out.truth("synthetic", planned.synthetic()).closeFeature();
  }

  private static void area(
      ResultWriter out, PlannedAreas planned, PatrolArea area, CrossingForecast forecast) {
    out.openFeature()
        .text("id", area.id())
        .polygon(ring(area))
        .open("properties")
        .text("name", area.name());
    if (area.rank().isPresent()) {
      out.whole("rank", area.rank().get());
    } else {
      out.nothing("rank");
    }
    out.text("border_with", area.with().code())
        .number("from_km", area.fromKm())
        .number("to_km", area.untilKm())
        .text("stretch", area.stretch().orElse(null))
        .openList("crossings");
    for (int i = 0; i < area.crossings().size(); i++) {
      Crossings crossings = area.crossings().get(i);
      out.open()
          .whole("shift", i + 1)
          .number("value", crossings.value())
          .number("low", crossings.low())
          .number("high", crossings.high())
          .number("plain", crossings.plain())
          .close();
    }
    out.closeList()
        .number("patrol_hours", forecast.patrolHours(area.fromKm(), area.untilKm()))
        .truth("hardly_patrolled", forecast.hardlyPatrolled(area.fromKm(), area.untilKm()))
        .open("reach");
    area.reachMinutes().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> out.number(entry.getKey(), entry.getValue()));
    out.close().open("ways");
    area.ways().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> way(out, entry.getKey(), entry.getValue()));
    out.close().openList("waypoints");
    for (LonLat at : area.waypoints()) {
      out.row(new double[] {round(at.lon()), round(at.lat())}, 0, 2, false);
    }
    out.closeList().truth("synthetic", planned.synthetic()).closeFeature();
  }

  private static void way(ResultWriter out, String name, double[] lonLat) {
    out.openList(name);
    for (int i = 0; i < lonLat.length; i += 2) {
      out.row(new double[] {round(lonLat[i]), round(lonLat[i + 1])}, 0, 2, false);
    }
    out.closeList();
  }

  private static double round(double degrees) {
    return Math.rint(degrees * 1e6) / 1e6;
  }

  private static double[] ring(PatrolArea area) {
    Coordinate[] coordinates = area.shape().getCoordinates();
    double[] ring = new double[2 * coordinates.length];
    for (int i = 0; i < coordinates.length; i++) {
      ring[2 * i] = coordinates[i].x;
      ring[2 * i + 1] = coordinates[i].y;
    }
    return ring;
  }

  private static void terms(ResultWriter out, DutyTerms terms) {
    out.open("terms")
        .number("hours", terms.hours())
        .number("rest_hours", terms.restHours())
        .whole("duties_per_week", terms.dutiesPerWeek())
        .number("reach_minutes", terms.reachMinutes())
        .number("detection", terms.detection())
        .number("area_metres", terms.areaMetres())
        .close();
  }

  static void shift(ResultWriter out, Shift shift) {
    out.open()
        .whole("number", shift.number())
        .text("from", shift.from().toString())
        .text("until", shift.until().toString())
        .number("hours", shift.hours())
        .close();
  }

  private static void post(ResultWriter out, PlannedAreas planned, Post post, long reached) {
    out.open()
        .text("code", post.code())
        .text("name_vi", post.nameVi())
        .text("name_en", post.nameEn())
        .number("lon", post.lon())
        .number("lat", post.lat())
        .whole(
            "teams",
            planned.teams().stream().filter(team -> team.station().equals(post.code())).count())
        .whole("sections_in_reach", reached)
        .close();
  }

  private static void forecast(ResultWriter out, CrossingForecast forecast) {
    Backtested tested = forecast.backtest();
    out.open("forecast")
        .texts("trained", List.of(tested.trainedFrom(), tested.trainedTo()))
        .texts("tested", List.of(tested.testedFrom(), tested.testedTo()))
        .texts("learnt", List.of(forecast.basis().firstDay(), forecast.basis().lastDay()));
    both(out, "pai", tested.pai());
    both(out, "pai_reports", tested.paiReports());
    both(out, "deviance", tested.deviance());
    out.number("pai_share", tested.share())
        .number("interval_holds", tested.intervalHolds())
        .whole("units", tested.units())
        .number("half_life_days", tested.halfLifeDays())
        .number("patrol_hours", forecast.patrolHours())
        .whole("patrol_detections", forecast.basis().patrolDetections())
        .open("left_out")
        .whole("sensor", forecast.basis().leftOut().sensor())
        .whole("report", forecast.basis().leftOut().report())
        .whole("handover", forecast.basis().leftOut().handover())
        .whole("unwatched", forecast.basis().leftOut().unwatched())
        .close()
        .open("factors")
        .numbers("month", forecast.factors().month(), 0, 12)
        .numbers("weekday", forecast.factors().weekday(), 0, 7)
        .numbers("hour", forecast.factors().hour(), 0, 24)
        .close()
        .close();
  }

  private static void both(ResultWriter out, String name, Backtested.Both both) {
    out.open(name).number("model", both.model()).number("plain", both.plain()).close();
  }
}
