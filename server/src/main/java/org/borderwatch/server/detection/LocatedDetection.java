package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.server.geo.Station;
import org.borderwatch.server.geo.StationRepository;

/**
 * A detection with what follows from its place.
 *
 * @param responsibleStation the station that it names, otherwise the one whose stretch it lies on
 */
public record LocatedDetection(
    Detection seen, BorderPosition border, Optional<String> responsibleStation) {

  /** Finds what follows from the place of {@code seen}. */
  public static LocatedDetection locate(
      Detection seen, BorderLocator locator, Connection connection) throws SQLException {
    BorderPosition border = locator.locate(seen.lon(), seen.lat());
    Optional<String> station =
        seen.station() != null
            ? Optional.of(seen.station())
            : new StationRepository(connection).at(border).map(Station::code);
    return new LocatedDetection(seen, border, station);
  }

  /** Binds, in the order of the .sql files, from the first parameter; returns the next one. */
  int bind(PreparedStatement statement) throws SQLException {
    int i = 1;
    statement.setString(i++, seen.station());
    statement.setString(i++, responsibleStation.orElse(null));
    statement.setString(i++, seen.source().code());
    statement.setString(i++, seen.sourceRef());
    statement.setObject(i++, OffsetDateTime.ofInstant(seen.observedAt(), ZoneOffset.UTC));
    statement.setDouble(i++, seen.lon());
    statement.setDouble(i++, seen.lat());
    statement.setObject(i++, seen.accuracyM(), Types.REAL);
    statement.setString(i++, seen.direction().code());
    statement.setString(i++, seen.setting().code());
    statement.setString(i++, seen.outcome().code());
    statement.setInt(i++, seen.persons());
    statement.setObject(i++, seen.women(), Types.INTEGER);
    statement.setObject(i++, seen.children(), Types.INTEGER);
    Object[] indicators = seen.indicators().stream().map(Word::code).sorted().toArray();
    statement.setArray(i++, statement.getConnection().createArrayOf("text", indicators));
    statement.setString(i++, seen.origin());
    statement.setString(i++, border.with().code());
    statement.setDouble(i++, border.km());
    statement.setDouble(i++, border.offsetM());
    return i;
  }
}
