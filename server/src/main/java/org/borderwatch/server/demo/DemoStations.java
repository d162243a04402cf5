package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.place.Unit;
import org.borderwatch.data.place.Units;
import org.borderwatch.data.scenario.DemoStation;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/** Writes the stations of the demo with their stretches of border, and the units above them. */
public final class DemoStations {
  private final Connection connection;
  private final LandBorder border;

  public DemoStations(Connection connection, LandBorder border) {
    this.connection = connection;
    this.border = border;
  }

  /** Adds what is missing; what is there already stays. */
  public void add(List<DemoStation> stations) throws SQLException {
    for (Unit unit : Units.load()) {
      run(
          "unit-insert.sql",
          unit.code(),
          unit.nameVi(),
          unit.nameEn(),
          unit.kind().code(),
          unit.parent());
    }
    for (DemoStation station : stations) {
      run(
          "station-insert.sql",
          station.code(),
          station.nameVi(),
          station.nameEn(),
          station.parent(),
          station.position().lon(),
          station.position().lat());
      run(
          "section-insert.sql",
          station.code(),
          station.stretch().with().code(),
          station.stretch().fromKm(),
          station.stretch().toKm(),
          wkt(station.stretch()));
    }
  }

  private String wkt(Stretch stretch) {
    return border.line(stretch.with()).between(stretch.fromKm(), stretch.toKm()).stream()
        .map(point -> point.lon() + " " + point.lat())
        .collect(Collectors.joining(",", "LINESTRING(", ")"));
  }

  private void run(String file, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(DemoStations.class, file))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
