package org.borderwatch.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {
  private TestDatabase test;
  private Database database;

  @BeforeEach
  void open() {
    test = TestCluster.freshDatabase();
    database = test.database();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anEmptyDatabaseGetsItOnceAndNeverAgainAfterItsRemoval() throws SQLException {
    long added = new Demo(database).addToEmpty();
    assertThat(added).isBetween(18_000L, 22_000L);
    assertThat(number("SELECT count(*) FROM detection WHERE synthetic AND recorded_by = 'demo'"))
        .isEqualTo(added);
    assertThat(number("SELECT count(*) FROM detection_change WHERE changed_by = 'demo'"))
        .isEqualTo(added);
    assertThat(number("SELECT count(*) FROM detection WHERE responsible_station IS NULL")).isZero();
    assertThat(new Demo(database).addToEmpty()).isZero();
    assertThat(new Demo(database).add()).isZero();

    assertThat(new Demo(database).remove()).isEqualTo(added);
    assertThat(number("SELECT count(*) FROM detection")).isZero();
    assertThat(number("SELECT count(*) FROM unit WHERE synthetic")).isZero();
    assertThat(new Demo(database).addToEmpty()).isZero();
    assertThat(new Demo(database).add()).isEqualTo(added);
  }

  @Test
  void theStretchesOfTheStationsTileTheirPartOfTheBorder() throws SQLException {
    new Demo(database).add();
    assertThat(number("SELECT count(*) FROM border_section")).isBetween(8L, 14L);
    assertThat(
            number(
                """
                SELECT count(*) FROM (
                  SELECT from_km, lag(to_km) OVER (ORDER BY from_km) AS before FROM border_section) AS s
                WHERE before IS NOT NULL AND before <> from_km
                """))
        .isZero();
    assertThat(
            number(
                """
                SELECT count(*) FROM border_section
                WHERE abs(ST_Length(geom::geography) / 1000 - (to_km - from_km)) > 0.01 * (to_km - from_km)
                """))
        .isZero();
  }

  @Test
  void itsEffortAndItsWaysComeAndGoWithIt() throws SQLException {
    new Demo(database).addToEmpty();
    assertThat(number("SELECT count(*) FROM patrol_track WHERE synthetic"))
        .isBetween(30_000L, 45_000L);
    assertThat(number("SELECT count(*) FROM sensor_watch WHERE synthetic")).isPositive();
    assertThat(number("SELECT count(*) FROM network_edge WHERE synthetic"))
        .isBetween(3_000L, 20_000L);
    assertThat(number("SELECT count(DISTINCT part) FROM network_node")).isEqualTo(1);
    assertThat(
            number("SELECT count(*) FROM trafficking_route WHERE synthetic AND border_with = 'CN'"))
        .isEqualTo(21);
    new Demo(database).remove();
    assertThat(number("SELECT count(*) FROM network_edge")).isZero();
    assertThat(number("SELECT count(*) FROM trafficking_route")).isZero();
    assertThat(number("SELECT count(*) FROM patrol_track")).isZero();
    assertThat(number("SELECT count(*) FROM sensor_watch")).isZero();
  }

  @Test
  void aDemoOfAnEarlierVersionGetsItsLaterPartsOnce() throws SQLException {
    new Demo(database).addToEmpty();
    long tracks = number("SELECT count(*) FROM patrol_track");
    test.asOwner(
        """
        DELETE FROM borderwatch.patrol_track;
        DELETE FROM borderwatch.sensor_watch;
        DELETE FROM borderwatch.network_edge;
        DELETE FROM borderwatch.setting WHERE key LIKE 'demo.%';
        """);
    assertThat(new Demo(database).addToEmpty()).isZero();
    assertThat(number("SELECT count(*) FROM patrol_track")).isEqualTo(tracks);
    assertThat(number("SELECT count(*) FROM network_edge")).isPositive();
    test.asOwner("DELETE FROM borderwatch.patrol_track");
    new Demo(database).addToEmpty();
    assertThat(number("SELECT count(*) FROM patrol_track")).isZero();
  }

  @Test
  void realRowsAndTheirStationStayWhenItGoes() throws SQLException {
    new Demo(database).add();
    test.asOwner(
        """
        INSERT INTO borderwatch.detection (station, source, source_ref, observed_at, geom, direction, setting, outcome,
          persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('LS-01', 'patrol', 'real-1', '2024-01-01', ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), 'exit', 'trail',
          'observed', 4, 'CN', 1130, 200, false, 'an')
        """);
    new Demo(database).remove();
    assertThat(number("SELECT count(*) FROM detection")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM unit WHERE synthetic")).isEqualTo(1);
  }

  private long number(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
