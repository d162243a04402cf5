package org.borderwatch.server.patrol.plan;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** What was walked of a plan, and what came of it. */
final class WalkedEndpoints {
  private final PlanChangeRepository plans;
  private final WalkedRepository walked;
  private final Clock clock;

  WalkedEndpoints(PlanChangeRepository plans, WalkedRepository walked, Clock clock) {
    this.plans = plans;
    this.walked = walked;
    this.clock = clock;
  }

  void register(RouteTable routes) {
    routes.get(
        PlanAddressEndpoints.PLAN + "/walked",
        Permission.READ_PLANS,
        QueryParameters.of("version"),
        "What stored tracks show of each duty, and what patrols stopped beside what was expected",
        this::compare);
  }

  private void compare(Context ctx) throws SQLException {
    Plan plan = plans.read(PlanAddressEndpoints.id(ctx), PlanAddressEndpoints.version(ctx)).plan();
    Walked found = walked.compare(plan, clock.instant());
    AuditMark.result(ctx);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", plan.id().toString());
    document.put("version", plan.version());
    document.put("duties", found.duties().stream().map(WalkedEndpoints::duty).toList());
    document.put("summary", summary(found));
    document.put("synthetic", plan.synthetic());
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private static Map<String, Object> duty(WalkedDuty walked) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("day", walked.duty().day());
    told.put("shift", walked.duty().shift());
    told.put("team", walked.duty().team());
    told.put("area", walked.duty().area());
    told.put("status", walked.state().code());
    told.put("minutes_planned", walked.minutesPlanned());
    told.put("minutes_seen", walked.minutesSeen());
    told.put("share", walked.share());
    return told;
  }

  private static Map<String, Object> summary(Walked walked) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (WalkedDuty.State state : WalkedDuty.State.values()) {
      told.put(
          state.code(), walked.duties().stream().filter(duty -> duty.state() == state).count());
    }
    List<WalkedDuty> over =
        walked.duties().stream().filter(duty -> duty.state() != WalkedDuty.State.TO_COME).toList();
    told.put("minutes_planned", over.stream().mapToDouble(WalkedDuty::minutesPlanned).sum());
    told.put("minutes_seen", over.stream().mapToDouble(WalkedDuty::minutesSeen).sum());
    PatrolScore score = walked.score();
    told.put("expected", score.expected());
    told.put("expected_low", score.low());
    told.put("expected_high", score.high());
    told.put("likely_low", score.likelyLow());
    told.put("likely_high", score.likelyHigh());
    told.put("seen_persons", score.persons());
    told.put("seen_detections", score.groups());
    told.put("p", score.p());
    told.put("verdict", score.verdict().code());
    told.put("verdict_vi", score.vietnamese());
    told.put("verdict_en", score.english());
    return told;
  }
}
