package org.borderwatch.server.patrol.area;

/**
 * A team on duty.
 *
 * @param code such as {@code DTT/1}: the code of its station and its number there
 * @param station code of the post that it goes from
 */
public record Team(String code, String station) {
  /** Team {@code number}, from 1, of a station. */
  public static Team of(String station, int number) {
    return new Team(station + "/" + number, station);
  }
}
