package org.borderwatch.server.geo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.server.database.SqlText;

/** The stations as they are stored, and which one answers for a place. */
public final class StationRepository {
  private static final String AT = SqlText.of(StationRepository.class, "station_at.sql");

  private final Connection connection;

  public StationRepository(Connection connection) {
    this.connection = connection;
  }

  /** Every station in the order of the codes. */
  public List<Station> all() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT code, name_vi, name_en FROM unit WHERE kind = 'station' ORDER BY code")) {
      return read(statement);
    }
  }

  /** The station whose stretch holds {@code position}; empty where none is known. */
  public Optional<Station> at(BorderPosition position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AT)) {
      statement.setString(1, position.with().code());
      statement.setDouble(2, position.km());
      statement.setDouble(3, position.km());
      return read(statement).stream().findFirst();
    }
  }

  private static List<Station> read(PreparedStatement statement) throws SQLException {
    List<Station> stations = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        stations.add(new Station(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return stations;
  }
}
