package org.borderwatch.server.effort;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;
import org.jspecify.annotations.Nullable;

/** Patrol tracks on their way into their table. */
public final class IncomingTracks extends IncomingEffort {
  public IncomingTracks(Connection connection) throws SQLException {
    super(connection, "track");
  }

  /**
   * Adds a track.
   *
   * @param line where it stood in its file
   * @param responsible the station to show it by, or null where none answers
   */
  public void add(long line, PatrolTrack track, @Nullable String responsible) throws SQLException {
    long began = track.firstSecond();
    StringBuilder geometry = new StringBuilder("SRID=4326;MULTILINESTRING(");
    StringBuilder seconds = new StringBuilder("{");
    for (List<Fix> leg : track.legs()) {
      geometry.append(geometry.charAt(geometry.length() - 1) == '(' ? "(" : ",(");
      for (int i = 0; i < leg.size(); i++) {
        Fix fix = leg.get(i);
        geometry.append(i == 0 ? "" : ",").append(fix.lon()).append(' ').append(fix.lat());
        seconds.append(seconds.length() == 1 ? "" : ",").append(fix.second() - began);
      }
      geometry.append(')');
    }
    row(
        line,
        track.station(),
        responsible,
        track.sourceRef(),
        track.team(),
        track.start(),
        track.end(),
        geometry.append(')'),
        seconds.append('}'),
        track.km(),
        track.hours());
  }
}
