package org.borderwatch.server.patrol;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.Displacement;
import org.borderwatch.server.patrol.roster.DrawnRoster;
import org.borderwatch.server.patrol.roster.NoRosterException;
import org.borderwatch.server.patrol.roster.RosterDraw;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/** A roster for the areas of an earlier {@code patrol-areas} job. */
record StoredRoster(AreasOfJob areas, UUID job, OptionalInt days, long seed, double caution)
    implements Analysis {
  private static final int MOST_MOVES = 20;

  @Override
  public long mostBytes() {
    return 300_000_000;
  }

  @Override
  public ProcessResult run(Crew crew) {
    PlannedAreas planned =
        areas
            .find(job)
            .map(found -> days.isPresent() ? found.lasting(days.getAsInt()) : found)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "areas",
                        "Không có kết quả patrol-areas nào mang số %s; hãy lập phương án trước."
                            .formatted(job),
                        "There is no result of patrol-areas with the number %s; run it first."
                            .formatted(job)));
    crew.progress().report(0.1, "Rút lịch / Drawing the roster");
    DrawnRoster roster;
    try {
      roster = RosterDraw.of(planned, seed, caution);
    } catch (NoRosterException none) {
      throw Refusal.of(none.input(), none.vietnamese(), String.valueOf(none.getMessage()));
    }
    return new ProcessResult(
        planned.dataVersion(),
        planned.synthetic(),
        List.of(new ProcessResult.Form("application/geo+json", document(planned, roster))));
  }

  private byte[] document(PlannedAreas planned, DrawnRoster roster) {
    ResultWriter out = ResultWriter.featureCollection();
    for (Assignment duty : roster.duties()) {
      write(out, planned, duty);
    }
    out.closeList().open("summary").open("coverage");
    roster.coverage().forEach((area, shares) -> out.number(area, sum(shares)));
    out.close().open("coverage_by_shift");
    roster.coverage().forEach((area, shares) -> out.numbers(area, shares, 0, shares.length));
    out.close()
        .number("value", roster.value())
        .number("worst_case", roster.worstCase())
        .number("fixed", roster.fixedValue())
        .number("expected", roster.worth().expected())
        .number("low", roster.worth().low())
        .number("high", roster.worth().high())
        .text("unit", "persons")
        .text("areas_job", job.toString())
        .text("from", planned.from().toString())
        .whole("days", planned.days())
        .whole("seed", seed)
        .number("caution", caution)
        .number("rest_hours", planned.terms().restHours())
        .openList("shifts");
    for (Shift shift : planned.shifts()) {
      AreasWriter.shift(out, shift);
    }
    out.closeList().openList("moves");
    for (Displacement move : roster.moves().stream().limit(MOST_MOVES).toList()) {
      out.open()
          .text("area", move.area())
          .text("name", move.name())
          .whole("shift", move.shift())
          .number("before", move.before())
          .number("after", move.after())
          .close();
    }
    out.closeList().open("duties");
    for (Team team : planned.teams()) {
      out.whole(
          team.code(),
          roster.duties().stream().filter(duty -> duty.team().equals(team.code())).count());
    }
    out.close()
        .truth("synthetic", planned.synthetic())
        .text("data_version", planned.dataVersion())
        .close();
    return out.finish();
  }

  private static void write(ResultWriter out, PlannedAreas planned, Assignment duty) {
    PatrolArea area = planned.area(duty.area()).orElseThrow();
    Team team = planned.team(duty.team()).orElseThrow();
    Shift shift = planned.shifts().get(duty.shift() - 1);
    double onSite = planned.onSiteHours(team, area);
    Crossings crossings = area.crossings().get(duty.shift() - 1);
    LonLat at = area.waypoints().get(area.waypoints().size() / 2);
    out.openFeature()
        .text("id", duty.day() + "-" + duty.shift() + "-" + duty.team())
        .point(at.lon(), at.lat())
        .open("properties")
        .whole("day", duty.day())
        .text("date", planned.from().plusDays(duty.day() - 1L).toString())
        .whole("shift", duty.shift())
        .text("shift_from", shift.from().toString())
        .text("shift_until", shift.until().toString())
        .text("team", duty.team())
        .text("station", team.station())
        .text("area", area.id())
        .text("area_name", area.name())
        .number("on_site_hours", onSite)
        .number("expected", crossings.value() * planned.terms().meets(onSite, area.lengthMetres()))
        .truth("synthetic", planned.synthetic())
        .closeFeature();
  }

  private static double sum(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }
}
