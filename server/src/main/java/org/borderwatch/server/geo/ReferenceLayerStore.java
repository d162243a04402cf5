package org.borderwatch.server.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.place.Gate;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.place.Unit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.database.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reference layers of the database the same as those of the program. They are written in
 * one transaction when the files of the program have changed, and otherwise only compared, which
 * takes milliseconds. Units are only added and renamed: accounts and detections point to them.
 */
public final class ReferenceLayerStore {
  private static final String KEY = "reference_layers";

  /** Counts up when the same files come out differently in the tables. */
  private static final String FORMAT = "1";

  private static final List<String> FILES =
      List.of(
          "border/border.geojson.gz",
          "gates/gates.csv",
          "places/places.csv",
          "provinces/provinces.csv");

  private final Database database;

  public ReferenceLayerStore(Database database) {
    this.database = database;
  }

  /**
   * Writes the layers when the database has others; {@code layers} is asked only then.
   *
   * @return whether they were written
   */
  public boolean update(Supplier<ReferenceLayers> layers) throws SQLException {
    String version = version();
    try (Connection connection = database.connection()) {
      if (stored(connection).equals(Optional.of(version))) {
        return false;
      }
      connection.setAutoCommit(false);
      try {
        write(connection, layers.get(), version);
        connection.commit();
        return true;
      } catch (SQLException | RuntimeException e) {
        Undo.on(connection);
        throw e;
      }
    }
  }

  /** A hash of the files that the layers are made of. */
  private static String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(FORMAT.getBytes(StandardCharsets.US_ASCII));
      for (String file : FILES) {
        try (InputStream in = open(file);
            DigestInputStream through = new DigestInputStream(in, digest)) {
          through.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = ReferenceLayerStore.class.getResourceAsStream("/layers/" + file);
    if (in == null) {
      throw new IllegalStateException("the program has no layer " + file);
    }
    return in;
  }

  private static Optional<String> stored(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM setting WHERE key = ?")) {
      statement.setString(1, KEY);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static void write(Connection connection, ReferenceLayers layers, String version)
      throws SQLException {
    run(connection, "SELECT pg_advisory_xact_lock(hashtext(?))", KEY);
    for (Unit unit : layers.units()) {
      run(
          connection,
          SqlText.of(ReferenceLayerStore.class, "unit_upsert.sql"),
          unit.code(),
          unit.nameVi(),
          unit.nameEn(),
          unit.kind().code(),
          unit.parent());
    }
    run(connection, "DELETE FROM border_line");
    for (BorderLine line : layers.border().lines()) {
      run(
          connection,
          "INSERT INTO border_line VALUES (?, ?, ST_GeomFromText(?, 4326))",
          line.with().code(),
          line.lengthKm(),
          wkt(line));
    }
    writeGates(connection, layers.gates());
    writePlaces(connection, layers.places());
    run(
        connection,
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value",
        KEY,
        version);
  }

  private static void writeGates(Connection connection, List<Gate> gates) throws SQLException {
    run(connection, "DELETE FROM gate");
    for (Gate gate : gates) {
      run(
          connection,
          SqlText.of(ReferenceLayerStore.class, "gate_insert.sql"),
          gate.code(),
          gate.nameVi(),
          gate.nameEn(),
          gate.gateClass(),
          gate.district(),
          gate.opposite(),
          gate.note(),
          gate.approximate(),
          gate.lon(),
          gate.lat());
    }
  }

  private static void writePlaces(Connection connection, List<Place> places) throws SQLException {
    run(connection, "DELETE FROM place");
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(ReferenceLayerStore.class, "place_insert.sql"))) {
      int number = 0;
      for (Place place : places) {
        number++;
        bind(
            statement,
            number,
            place.name(),
            place.nameEn(),
            place.country(),
            place.kind().code(),
            place.rank(),
            place.lon(),
            place.lat());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.execute();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static String wkt(BorderLine line) {
    return java.util.stream.IntStream.range(0, line.size())
        .mapToObj(i -> new LonLat(line.lon(i), line.lat(i)))
        .map(point -> point.lon() + " " + point.lat())
        .collect(Collectors.joining(",", "LINESTRING(", ")"));
  }
}
