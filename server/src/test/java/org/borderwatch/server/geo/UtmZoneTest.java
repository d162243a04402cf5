package org.borderwatch.server.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgisTest
class UtmZoneTest {
  private static final double MICROMETRE = 1e-6;
  private static final String TRANSFORMED =
      """
      SELECT lon, lat, ST_X(g), ST_Y(g)
      FROM unnest(?, ?) AS p (lon, lat),
        ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), ?::int) AS g
      """;

  private final Database database;

  UtmZoneTest(Database database) {
    this.database = database;
  }

  /** Points drawn by chance in a box are where PROJ puts them, and come back. */
  private void agrees(UtmZone zone, double[] lon, double[] lat) throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement select = connection.prepareStatement(TRANSFORMED)) {
      select.setArray(1, connection.createArrayOf("float8", box(lon)));
      select.setArray(2, connection.createArrayOf("float8", box(lat)));
      select.setInt(3, Integer.parseInt(zone.epsg().substring("EPSG:".length())));
      int rows = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UtmZone.Metres found = zone.metres(row.getDouble(1), row.getDouble(2));
          assertThat(found.east()).isCloseTo(row.getDouble(3), within(MICROMETRE));
          assertThat(found.north()).isCloseTo(row.getDouble(4), within(MICROMETRE));
          UtmZone.Degrees back = zone.degrees(found.east(), found.north());
          // Degrees of longitude are shorter towards the pole.
          double turned = Math.cos(Math.toRadians(row.getDouble(2)));
          assertThat(turned * (back.lon() - row.getDouble(1))).isCloseTo(0, within(1e-11));
          assertThat(back.lat()).isCloseTo(row.getDouble(2), within(1e-11));
          rows++;
        }
      }
      assertThat(rows).isEqualTo(lon.length);
    }
  }

  private static Double[] box(double[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }

  private void agreesWithin(
      UtmZone zone, double minLon, double maxLon, double minLat, double maxLat)
      throws SQLException {
    Random random = new Random(32_648);
    agrees(
        zone,
        random.doubles(500, minLon, maxLon).toArray(),
        random.doubles(500, minLat, maxLat).toArray());
  }

  @Test
  void allOfVietNamIsWhereProjPutsIt() throws SQLException {
    agreesWithin(UtmZone.VIET_NAM, 102, 110, 8, 24);
  }

  @Test
  void everyZoneOfBothHalvesIsWhereProjPutsIt() throws SQLException {
    for (int number = 1; number <= 60; number++) {
      double middle = 6.0 * number - 183;
      agreesWithin(new UtmZone(number, true), middle - 3, middle + 3, 0, 84);
      agreesWithin(new UtmZone(number, false), middle - 3, middle + 3, -80, 0);
    }
  }

  @Test
  void neighbouringZonesAndTheOtherHalfStillAgree() throws SQLException {
    agreesWithin(UtmZone.VIET_NAM, 90, 120, -30, 60);
  }

  @Test
  void edgesMiddleEquatorAndThePolesNeighbourhoodAgree() throws SQLException {
    double[] lon = {102, 105, 108, 102, 105, 108, 105, 104.999, 107, 105};
    double[] lat = {0, 0, 0, 21, 21, 84, 89.9999, 89.9, 89.99, -89.9999};
    agrees(UtmZone.VIET_NAM, lon, lat);
  }

  @Test
  void thePoleItselfLiesOnTheMiddleMeridian() {
    UtmZone.Metres pole = UtmZone.VIET_NAM.metres(107.5, 90);
    assertThat(pole.east()).isCloseTo(500_000, within(MICROMETRE));
    assertThat(UtmZone.VIET_NAM.degrees(pole.east(), pole.north()).lat())
        .isCloseTo(90, within(1e-9));
  }

  @Test
  void theDateLineIsNoEdge() throws SQLException {
    agrees(new UtmZone(60, true), new double[] {-179.5, 179.5}, new double[] {50, 50});
    agrees(new UtmZone(1, false), new double[] {-179.5, 179.5}, new double[] {-17, -17});
  }

  @ParameterizedTest
  @CsvSource({
    "106.7, 21.98, 48, true",
    "102, 21, 48, true",
    "108, 21, 49, true",
    "107.9999999, -1, 48, false",
    "-180, 10, 1, true",
    "180, 10, 1, true",
    "0, 0, 31, true",
  })
  void aPointBelongsToItsZone(double lon, double lat, int number, boolean north) {
    assertThat(UtmZone.of(lon, lat)).isEqualTo(new UtmZone(number, north));
  }

  @Test
  void thereAreSixtyZones() {
    assertThat(UtmZone.VIET_NAM.epsg()).isEqualTo("EPSG:32648");
    assertThat(new UtmZone(7, false).epsg()).isEqualTo("EPSG:32707");
    assertThatThrownBy(() -> new UtmZone(61, true)).hasMessageContaining("1 to 60");
  }
}
