package org.borderwatch.server.patrol.order;

import java.util.List;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Team;

/**
 * What one team is ordered.
 *
 * @param team that goes
 * @param post that it goes from
 * @param days one after the other, those of rest among them
 * @param areas that it guards on some day, K1 first
 * @param waypoints in these areas, along the border
 */
public record TeamOrder(
    Team team, Post post, List<DutyLine> days, List<PatrolArea> areas, List<Waypoint> waypoints) {
  public TeamOrder {
    days = List.copyOf(days);
    areas = List.copyOf(areas);
    waypoints = List.copyOf(waypoints);
  }

  /** Days on which it is on duty. */
  public long duties() {
    return days.stream().filter(day -> day.duty().isPresent()).count();
  }

  /** The number of the team at its post, from 1. */
  public String number() {
    return team.code().substring(team.code().lastIndexOf('/') + 1);
  }

  /** {@code Tổ 2, Đồn Hữu Nghị}. */
  public String title() {
    return "Tổ " + number() + ", " + post.nameVi();
  }
}
