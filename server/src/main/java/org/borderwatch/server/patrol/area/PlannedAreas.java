package org.borderwatch.server.patrol.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a roster is drawn for: the areas between which the teams of each post are shared out. All
 * areas of the border in question are here, those that the plan chose first.
 *
 * @param from first day
 * @param days how many, from 1
 * @param shifts in the order of their numbers, from 1
 * @param terms of duty
 * @param posts from which teams go
 * @param teams post by post
 * @param areas each with one estimate a shift
 * @param synthetic whether it was made of simulated rows
 * @param dataVersion of the data that it was made of
 */
public record PlannedAreas(
    LocalDate from,
    int days,
    List<Shift> shifts,
    DutyTerms terms,
    List<Post> posts,
    List<Team> teams,
    List<PatrolArea> areas,
    boolean synthetic,
    String dataVersion) {
  public PlannedAreas {
    shifts = List.copyOf(shifts);
    posts = List.copyOf(posts);
    teams = List.copyOf(teams);
    areas = List.copyOf(areas);
  }

  /** The same for another number of days. */
  public PlannedAreas lasting(int otherDays) {
    return new PlannedAreas(
        from, otherDays, shifts, terms, posts, teams, areas, synthetic, dataVersion);
  }

  public Optional<PatrolArea> area(String id) {
    return areas.stream().filter(area -> area.id().equals(id)).findFirst();
  }

  public Optional<Team> team(String code) {
    return teams.stream().filter(team -> team.code().equals(code)).findFirst();
  }

  /** Hours that a team has in an area after the ways; 0 where it is out of reach. */
  public double onSiteHours(Team team, PatrolArea area) {
    double minutes = area.reachMinutes(team.station());
    return minutes <= terms.reachMinutes() ? terms.onSiteHours(minutes) : 0;
  }
}
