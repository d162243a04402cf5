package org.borderwatch.server.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgisTest
class EffortIndexTest {
  private static final BorderLocator LOCATOR = new BorderLocator(LandBorder.load());
  private static final long BEGAN = Instant.parse("2024-03-01T00:00:00Z").getEpochSecond();
  private static final EffortFilter REAL =
      new EffortFilter(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), false);

  private final TestDatabase test;
  private final Database database;
  private EffortIndex index;

  EffortIndexTest(TestDatabase test) {
    this.test = test;
    this.database = test.database();
  }

  @BeforeEach
  void empty() throws SQLException {
    test.asOwner("DELETE FROM borderwatch.patrol_track; DELETE FROM borderwatch.sensor_watch");
    index = new EffortIndex(database, LOCATOR);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void whatIsStoredIsCounted() throws SQLException {
    index.refresh();
    String before = index.view().version();
    assertThat(index.view().hasAny(false)).isFalse();
    store("A-1", false);
    index.refresh();
    assertThat(index.view().version()).isNotEqualTo(before);
    EffortCounts counts = counts();
    assertThat(counts.patrolHours()[0]).isCloseTo(1.5, within(1e-9));
    assertThat(counts.sensorHours()[0]).isEqualTo(24);
    assertThat(index.view().hasAny(false)).isTrue();
    assertThat(index.view().hasAny(true)).isFalse();
  }

  @Test
  void nothingIsReadAgainWhileNothingChanges() throws SQLException {
    store("A-1", false);
    index.refresh();
    EffortView first = index.view();
    index.refresh();
    assertThat(index.view()).isSameAs(first);
  }

  @Test
  void theSameKeyIsStoredOnce() throws SQLException {
    assertThat(store("A-1", false)).isEqualTo(2);
    assertThat(store("A-1", false)).isZero();
    index.refresh();
    assertThat(index.view().tracks()).isEqualTo(1);
    assertThat(index.view().watches()).isEqualTo(1);
  }

  @Test
  void followsTheStoreByItself() throws Exception {
    index.start();
    assertThat(index.view().tracks()).isZero();
    store("A-1", true);
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (index.view().tracks() == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(index.view().tracks()).isEqualTo(1);
    test.asOwner("DELETE FROM borderwatch.patrol_track");
    while (index.view().tracks() == 1 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(index.view().tracks()).isZero();
  }

  private EffortCounts counts() {
    return index
        .view()
        .bySections(
            REAL,
            Neighbour.CN,
            2_000_000,
            0,
            1,
            new long[] {BEGAN, BEGAN + 86_400 * 10},
            Crew.alone());
  }

  private long store(String reference, boolean synthetic) throws SQLException {
    PatrolTrack track =
        new PatrolTrack(
            reference,
            "T1",
            null,
            List.of(
                List.of(fix(0, 106.70, 21.95), fix(3_600, 106.71, 21.96)),
                List.of(fix(7_200, 106.72, 21.96), fix(9_000, 106.72, 21.97))));
    SensorWatch watch =
        new SensorWatch(
            reference,
            null,
            106.7,
            21.95,
            400,
            Instant.ofEpochSecond(BEGAN),
            Instant.ofEpochSecond(BEGAN + 86_400));
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      long stored;
      try (IncomingTracks tracks = new IncomingTracks(connection)) {
        tracks.add(1, track, null);
        tracks.copied();
        stored = tracks.store("test", synthetic);
      }
      try (IncomingWatches watches = new IncomingWatches(connection)) {
        watches.add(1, watch, null);
        watches.copied();
        stored += watches.store("test", synthetic);
      }
      connection.commit();
      return stored;
    }
  }

  private static Fix fix(long offset, double lon, double lat) {
    return new Fix(BEGAN + offset, lon, lat);
  }
}
