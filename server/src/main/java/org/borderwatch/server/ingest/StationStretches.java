package org.borderwatch.server.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.jspecify.annotations.Nullable;

/** The known units, and which station answers for which stretch of the border. Immutable. */
final class StationStretches {
  private record Stretch(String station, double toKm) {}

  private final Set<String> units;
  private final Map<Neighbour, NavigableMap<Double, Stretch>> byStart;

  private StationStretches(
      Set<String> units, Map<Neighbour, NavigableMap<Double, Stretch>> byStart) {
    this.units = Set.copyOf(units);
    this.byStart = byStart;
  }

  static StationStretches load(Connection connection) throws SQLException {
    Set<String> units = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement("SELECT code FROM unit");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        units.add(row.getString(1));
      }
    }
    return new StationStretches(units, stretches(connection));
  }

  private static Map<Neighbour, NavigableMap<Double, Stretch>> stretches(Connection connection)
      throws SQLException {
    Map<Neighbour, NavigableMap<Double, Stretch>> byStart = new EnumMap<>(Neighbour.class);
    String sql = "SELECT border_with, from_km, to_km, station FROM border_section";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Neighbour with = Word.byCode(Neighbour.class, row.getString(1)).orElseThrow();
        byStart
            .computeIfAbsent(with, neighbour -> new TreeMap<>())
            .put(row.getDouble(2), new Stretch(row.getString(4), row.getDouble(3)));
      }
    }
    return byStart;
  }

  /** Codes of every unit that may stand in a row. */
  Set<String> units() {
    return units;
  }

  /** The station whose stretch holds the position, or null where none answers. */
  @Nullable String responsible(BorderPosition position) {
    NavigableMap<Double, Stretch> line = byStart.get(position.with());
    Map.Entry<Double, Stretch> before = line == null ? null : line.floorEntry(position.km());
    if (before == null || position.km() >= before.getValue().toKm()) {
      return null;
    }
    return before.getValue().station();
  }
}
