package org.borderwatch.bench.patrol;

import java.util.List;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.RosterCheck;

/**
 * Where a simulation takes place: the areas, the teams and what they reach, and who crosses where
 * when nobody has learnt anything yet. Shifts tile the day.
 *
 * @param planned areas, teams, shifts and terms for a week; its crossings stand empty
 * @param areaOf the area of each crossing
 * @param km chainage of each crossing
 * @param share of all groups, by crossing times shifts plus shift: they add up to 1
 * @param groupsADay on each day of the simulation
 * @param monthOf month of each day, from 0
 * @param weekdayOf weekday of each day, from 0
 * @param history what the planner has to begin with
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Ground(
    PlannedAreas planned,
    int[] areaOf,
    double[] km,
    double[] share,
    double[] groupsADay,
    int[] monthOf,
    int[] weekdayOf,
    History history) {
  static final int WEEK = 7;

  /** Persons in a group, on average: 9,137 people in 2,274 cases. */
  static final double PERSONS = 9_137.0 / 2_274;

  /** Share of crossings that somebody reports, whoever patrols. */
  static final double REPORTED = 0.022;

  int areas() {
    return planned.areas().size();
  }

  int shifts() {
    return planned.shifts().size();
  }

  List<Team> teams() {
    return planned.teams();
  }

  int weeks() {
    return groupsADay.length / WEEK;
  }

  /** Effort of a team's duty in an area by team and area; 0 where it can't go. */
  double[][] efforts() {
    double[][] efforts = new double[teams().size()][areas()];
    for (int team = 0; team < efforts.length; team++) {
      for (int area = 0; area < areas(); area++) {
        PatrolArea one = planned.areas().get(area);
        double hours = planned.onSiteHours(teams().get(team), one);
        efforts[team][area] =
            hours >= RosterCheck.LEAST_ON_SITE_HOURS
                ? planned.terms().effort(hours, one.lengthMetres())
                : 0;
      }
    }
    return efforts;
  }
}
