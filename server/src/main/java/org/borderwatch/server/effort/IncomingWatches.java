package org.borderwatch.server.effort;

import java.sql.Connection;
import java.sql.SQLException;
import org.borderwatch.data.effort.SensorWatch;
import org.jspecify.annotations.Nullable;

/** Sensor watches on their way into their table. */
public final class IncomingWatches extends IncomingEffort {
  public IncomingWatches(Connection connection) throws SQLException {
    super(connection, "watch");
  }

  /** Adds a watch, see {@link IncomingTracks#add}. */
  public void add(long line, SensorWatch watch, @Nullable String responsible) throws SQLException {
    row(
        line,
        watch.station(),
        responsible,
        watch.sourceRef(),
        watch.from(),
        watch.until(),
        "SRID=4326;POINT(" + watch.lon() + " " + watch.lat() + ")",
        watch.radiusMetres());
  }
}
