package org.borderwatch.server.patrol.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Team;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A roster beside what was walked: tracks of a duty's station, and of its team where the track
 * names one of the plan's, inside the outline of the area during the shift; and what patrols
 * stopped there and then beside what was expected. Detections beyond the places and times of duties
 * don't count.
 *
 * @param duties in the order of the roster
 * @param score expected and seen of the duties that are over
 */
public record Walked(List<WalkedDuty> duties, PatrolScore score) {
  private static final double ENOUGH = 0.5;

  public Walked {
    duties = List.copyOf(duties);
  }

  /**
   * Compares.
   *
   * @param known until when tracks are stored: what ends later is yet to come
   */
  public static Walked of(
      PlannedAreas planned,
      List<Assignment> roster,
      List<WalkedTrack> tracks,
      List<SeenGroup> groups,
      Instant known) {
    Map<String, TimeInside> shapes = new HashMap<>();
    List<WalkedDuty> duties = new ArrayList<>();
    List<Assignment> over = new ArrayList<>();
    Set<Integer> met = new HashSet<>();
    for (Assignment duty : roster) {
      PatrolArea area = planned.area(duty.area()).orElseThrow();
      Team team = planned.team(duty.team()).orElseThrow();
      DutyTime time = DutyTime.of(planned, duty);
      double minutes = planned.onSiteHours(team, area) * 60;
      if (time.until().isAfter(known)) {
        duties.add(new WalkedDuty(duty, WalkedDuty.State.TO_COME, minutes, 0));
        continue;
      }
      TimeInside shape =
          shapes.computeIfAbsent(area.id(), id -> new TimeInside(metres(area.shape())));
      double from = time.from().getEpochSecond();
      double until = time.until().getEpochSecond();
      double seen = shape.minutes(legsOf(planned, team, tracks), from, until);
      duties.add(new WalkedDuty(duty, state(seen, minutes), minutes, seen));
      over.add(duty);
      for (int i = 0; i < groups.size(); i++) {
        SeenGroup group = groups.get(i);
        if (group.seconds() >= from
            && group.seconds() < until
            && shape.holds(group.east(), group.north())) {
          met.add(i);
        }
      }
    }
    List<Integer> sizes = met.stream().map(i -> groups.get(i).persons()).toList();
    return new Walked(duties, PatrolScore.of(RosterWorth.of(planned, over), over.size(), sizes));
  }

  private static WalkedDuty.State state(double seen, double planned) {
    if (seen > 0 && seen >= ENOUGH * planned) {
      return WalkedDuty.State.COVERED;
    }
    return seen > 0 ? WalkedDuty.State.PARTLY : WalkedDuty.State.MISSED;
  }

  private static List<WalkedTrack.Leg> legsOf(
      PlannedAreas planned, Team team, List<WalkedTrack> tracks) {
    return tracks.stream()
        .filter(track -> track.station().equals(team.station()))
        .filter(track -> !isOfAnother(planned, team, track))
        .flatMap(track -> track.legs().stream())
        .toList();
  }

  /** A word that no team of the station has tells nothing. */
  private static boolean isOfAnother(PlannedAreas planned, Team team, WalkedTrack track) {
    String word = track.team();
    return word != null
        && !isCalled(team, word)
        && planned.teams().stream()
            .filter(other -> other.station().equals(team.station()))
            .anyMatch(other -> isCalled(other, word));
  }

  /**
   * {@code DTT/1} is called {@code DTT-1}, {@code DTT.1}, {@code DTT_1} or {@code 1} by devices.
   */
  private static boolean isCalled(Team team, String word) {
    String code = team.code();
    String number = code.substring(code.lastIndexOf('/') + 1);
    return word.equals(number) || plain(word).equals(plain(code));
  }

  private static String plain(String code) {
    return code.replace('-', '/').replace('.', '/').replace('_', '/');
  }

  /** A copy in metres, UTM zone 48N. */
  static Geometry metres(Geometry degrees) {
    Geometry copy = degrees.copy();
    copy.apply(
        (CoordinateFilter)
            (Coordinate at) -> {
              UtmZone.Metres metres = UtmZone.VIET_NAM.metres(at.x, at.y);
              at.x = metres.east();
              at.y = metres.north();
            });
    copy.geometryChanged();
    return copy;
  }
}
