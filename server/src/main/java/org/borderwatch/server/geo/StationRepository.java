package org.borderwatch.server.geo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.database.SqlText;

/** The stations as they are stored, and which one answers for a place. */
public final class StationRepository {
  private static final String AT = SqlText.of(StationRepository.class, "station_at.sql");

  private static final String STRETCHES = SqlText.of(StationRepository.class, "stretches.sql");

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

  /** Where a station stands; empty where that, or the station, isn't known. */
  public Optional<LonLat> place(String code) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT ST_X(geom), ST_Y(geom) FROM unit WHERE kind = 'station' AND code = ? AND geom"
                + " IS NOT NULL")) {
      statement.setString(1, code);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new LonLat(row.getDouble(1), row.getDouble(2)))
            : Optional.empty();
      }
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

  /** Every stretch for which a station answers, line by line from the west. */
  public List<StationStretch> stretches() throws SQLException {
    List<StationStretch> stretches = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STRETCHES);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Neighbour with = Word.byCode(Neighbour.class, row.getString(2)).orElseThrow();
        stretches.add(
            new StationStretch(
                row.getString(1), new Stretch(with, row.getDouble(3), row.getDouble(4))));
      }
    }
    return stretches;
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
