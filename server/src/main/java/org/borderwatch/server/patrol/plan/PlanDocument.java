package org.borderwatch.server.patrol.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.jspecify.annotations.Nullable;

/** Plans as answers tell them: objects in the order of their members. */
final class PlanDocument {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private PlanDocument() {}

  /** All of one version of a plan. */
  static Map<String, @Nullable Object> of(StoredPlan stored) {
    Plan plan = stored.plan();
    Map<String, Object> summary = object(stored.basis().get("summary"));
    Map<String, Object> drawn = object(stored.basis().get("roster"));
    List<PlanVersion> changes = PlanVersion.inForce(stored.history());
    RosterWorth worth = RosterWorth.of(plan.areas(), plan.roster());
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", plan.id().toString());
    document.put("name", plan.name());
    document.put("status", status(plan.approved()));
    document.put("version", plan.version());
    document.put("approved_version", plan.approvedVersion().orElse(null));
    document.put("from", plan.areas().from().toString());
    document.put("days", plan.areas().days());
    for (String name : List.of("shifts", "terms", "posts")) {
      document.put(name, summary.get(name));
    }
    document.put("teams", plan.areas().teams().stream().map(PlanDocument::team).toList());
    document.put("areas", stored.basis().get("areas"));
    document.put("assignments", assignments(plan, changes));
    document.put("changes", changes.stream().map(PlanDocument::change).toList());
    document.put("worth", worth(worth));
    Map<String, Object> coverage = new LinkedHashMap<>();
    worth.coverage().forEach((area, shares) -> coverage.put(area, sum(shares)));
    document.put("coverage", coverage);
    document.put("coverage_by_shift", worth.coverage());
    document.put("moves", drawn.get("moves"));
    Map<String, @Nullable Object> before = new LinkedHashMap<>();
    before.put("value", drawn.get("fixed"));
    document.put("before", before);
    Map<String, @Nullable Object> game = new LinkedHashMap<>();
    for (String name : List.of("value", "worst_case", "fixed", "caution")) {
      game.put(name, drawn.get(name));
    }
    document.put("game", game);
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (String name :
        List.of("value", "bound", "gap", "status", "low", "high", "curve", "reach_approximate")) {
      result.put(name, summary.get(name));
    }
    document.put("result", result);
    document.put("forecast", summary.get("forecast"));
    document.put("seed", plan.seed());
    document.put("synthetic", plan.synthetic());
    document.put("data_version", plan.areas().dataVersion());
    document.put("areas_job", stored.basis().get("areas_job"));
    document.put("roster_job", stored.basis().get("roster_job"));
    document.put("made_at", time(plan.madeAt()));
    document.put("made_by", plan.madeBy());
    document.put("modified_at", time(plan.modifiedAt()));
    document.put("modified_by", plan.modifiedBy());
    document.put("approved_at", plan.approvedAt().map(PlanDocument::time).orElse(null));
    document.put("approved_by", plan.approvedBy().orElse(null));
    return document;
  }

  /** One plan of the list. */
  static Map<String, @Nullable Object> line(PlanRepository.Line line) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("id", line.id().toString());
    told.put("name", line.name());
    told.put("status", status(line.approved()));
    told.put("version", line.version());
    told.put("from", line.from().toString());
    told.put("days", line.days());
    told.put("teams", line.teams());
    told.put("expected", line.expected());
    told.put("modified_at", time(line.modifiedAt()));
    told.put("modified_by", line.modifiedBy());
    told.put("approved_at", line.approvedAt().map(PlanDocument::time).orElse(null));
    told.put("approved_by", line.approvedBy().orElse(null));
    told.put("synthetic", line.synthetic());
    return told;
  }

  /** The history of a plan, the newest version first. */
  static Map<String, Object> versions(UUID id, List<PlanVersion> history) {
    List<Map<String, @Nullable Object>> told = new ArrayList<>();
    for (PlanVersion one : history) {
      Map<String, @Nullable Object> version = new LinkedHashMap<>();
      version.put("version", one.version());
      version.put("status", status(one.kind() == PlanVersionKind.APPROVED));
      version.put("kind", one.kind().code());
      version.put("at", time(one.at()));
      version.put("by", one.by());
      version.put("expected", one.expected());
      one.change().ifPresent(change -> put(version, change, one.price()));
      told.add(0, version);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id.toString());
    document.put("versions", told);
    return document;
  }

  /** What a change would cost. */
  static Map<String, Object> price(ChangePrice price) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("allowed", price.isAllowed());
    told.put("reasons", PlanChangeRepository.reasons(price.reasons()));
    told.put("expected_before", price.before().expected());
    told.put("expected_after", price.after().expected());
    told.put("price", price.price());
    told.put("evader_before", price.before().evader());
    told.put("evader_after", price.after().evader());
    return told;
  }

  /** A moment in the time of Viet Nam. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  private static List<Map<String, Object>> assignments(Plan plan, List<PlanVersion> changes) {
    Set<String> changed = new HashSet<>();
    for (PlanVersion one : changes) {
      one.change().ifPresent(change -> changed.add(change.day() + " " + change.team()));
    }
    List<Map<String, Object>> told = new ArrayList<>();
    for (Assignment duty : plan.roster()) {
      Map<String, Object> assignment = new LinkedHashMap<>();
      assignment.put("day", duty.day());
      assignment.put("shift", duty.shift());
      assignment.put("team", duty.team());
      assignment.put("area", duty.area());
      if (changed.contains(duty.day() + " " + duty.team())) {
        assignment.put("changed", true);
      }
      told.add(assignment);
    }
    return told;
  }

  private static Map<String, @Nullable Object> change(PlanVersion version) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("version", version.version());
    told.put("at", time(version.at()));
    told.put("by", version.by());
    put(told, version.change().orElseThrow(), version.price());
    return told;
  }

  private static void put(Map<String, @Nullable Object> told, RosterChange change, double price) {
    told.put("day", change.day());
    told.put("team", change.team());
    told.put("before", side(change.before()));
    told.put("after", side(change.after()));
    told.put("price", price);
  }

  private static @Nullable Map<String, Object> side(Optional<Assignment> duty) {
    return duty.map(
            one -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("shift", one.shift());
              told.put("area", one.area());
              return told;
            })
        .orElse(null);
  }

  private static Map<String, Object> team(Team team) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", team.code());
    told.put("station", team.station());
    return told;
  }

  private static Map<String, Object> worth(RosterWorth worth) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("expected", worth.expected());
    told.put("low", worth.low());
    told.put("high", worth.high());
    told.put("evader", worth.evader());
    return told;
  }

  private static String status(boolean approved) {
    return approved ? "approved" : "draft";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object member) {
    return member instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static double sum(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }
}
