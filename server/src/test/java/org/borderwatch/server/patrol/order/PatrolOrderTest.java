package org.borderwatch.server.patrol.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.PlannedAreasExamples;
import org.borderwatch.server.patrol.plan.Plan;
import org.borderwatch.server.patrol.roster.Assignment;
import org.junit.jupiter.api.Test;

class PatrolOrderTest {
  private static final PlannedAreas PLANNED = PlannedAreasExamples.small();

  @Test
  void everyDutyOfTheRosterIsOrderedOnceAndEachOtherDayIsRest() {
    Plan plan = OrderExamples.drawn("Tuần 27", false);
    PatrolOrder order = PatrolOrder.of(plan, Optional.empty()).orElseThrow();
    assertThat(order.teams()).hasSize(3);
    assertThat(order.teams().stream().mapToLong(TeamOrder::duties).sum())
        .isEqualTo(plan.roster().size());
    for (TeamOrder team : order.teams()) {
      assertThat(team.days()).hasSize(14);
      assertThat(team.days().stream().map(DutyLine::day)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aTeamIsThereAfterTheWayAndLeavesBeforeTheWayBack() {
    // Team A/1 goes to an area 40 minutes away, at night.
    Assignment duty = new Assignment(3, 2, "A/1", PLANNED.areas().get(1).id());
    Plan plan = OrderExamples.plan("Tuần 27", true, PLANNED, List.of(duty));
    TeamOrder team = PatrolOrder.of(plan, Optional.of("A/1")).orElseThrow().teams().get(0);
    DutyLine.Duty ordered = team.days().get(2).duty().orElseThrow();
    assertThat(ordered.time().from()).isEqualTo(Instant.parse("2024-07-03T11:00:00Z"));
    assertThat(ordered.onSiteFrom()).isEqualTo(Instant.parse("2024-07-03T11:40:00Z"));
    assertThat(ordered.onSiteUntil()).isEqualTo(Instant.parse("2024-07-03T18:20:00Z"));
    assertThat(ordered.time().until()).isEqualTo(Instant.parse("2024-07-03T19:00:00Z"));
    assertThat(team.waypoints()).extracting(Waypoint::name).containsExactly("K2-1");
    assertThat(team.title()).isEqualTo("Tổ 1, Đồn A");
  }

  @Test
  void aPartOfAMinuteOnTheWayIsAMinute() {
    DutyLine.Duty duty =
        new DutyLine.Duty(
            1,
            PLANNED.areas().get(0),
            new org.borderwatch.server.patrol.plan.DutyTime(
                Instant.parse("2024-07-01T00:00:00Z"), Instant.parse("2024-07-01T08:00:00Z")),
            13.01);
    assertThat(duty.onSiteFrom()).isEqualTo(Instant.parse("2024-07-01T00:14:00Z"));
    assertThat(duty.onSiteUntil()).isEqualTo(Instant.parse("2024-07-01T07:46:00Z"));
  }

  @Test
  void anAreaThatThePlanDidNotChooseIsCalledByItsKilometres() {
    assertThat(PatrolOrder.shortName(PLANNED.areas().get(0))).isEqualTo("K1");
    assertThat(PatrolOrder.shortName(PLANNED.areas().get(2))).isEqualTo("1020–1025");
  }

  @Test
  void thereIsNoOrderForATeamThatThePlanDoesNotHave() {
    assertThat(PatrolOrder.of(OrderExamples.drawn("Tuần 27", false), Optional.of("C/1"))).isEmpty();
  }

  @Test
  void numbersAreWrittenAsInVietNam() {
    assertThat(VietnameseForm.number(2471512.4, 0)).isEqualTo("2.471.512");
    assertThat(VietnameseForm.number(22.341871, 5)).isEqualTo("22,34187");
    assertThat(VietnameseForm.stretch(PLANNED.areas().get(0))).isEqualTo("Km 1000+000 – 1004+000");
    assertThat(VietnameseForm.dayAndTime(OrderExamples.PRINTED)).isEqualTo("01:05 01/07/2024");
  }
}
