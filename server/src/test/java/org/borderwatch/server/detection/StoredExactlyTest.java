package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Random;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store rounds and bounds whatever comes in, by whatever way. */
@PostgisTest
class StoredExactlyTest {
  private final Database database;

  StoredExactlyTest(Database database) {
    this.database = database;
  }

  @Test
  void everyNumberIsRoundedToTheSameBitsAsInTheServer() throws SQLException {
    DetectionRows rows = new DetectionRows(database, "rounded");
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      double lon = 360 * random.nextDouble() - 180;
      double lat = 170 * random.nextDouble() - 85;
      double km = 4293 * random.nextDouble();
      if (i % 3 == 0) {
        // Half a step, where one bit decides.
        lon = (Math.rint(lon * 1e7) + 0.5) / 1e7;
        km = (Math.rint(km * 1e6) + 0.5) / 1e6;
      }
      rows.add("2024-01-01 00:00:00+07", lon, lat, 1, km);
      double[] stored = newest();
      assertThat(stored[0]).isEqualTo(Math.rint(lon * 1e7) / 1e7);
      assertThat(stored[1]).isEqualTo(Math.rint(lat * 1e7) / 1e7);
      assertThat(stored[2]).isEqualTo(Math.rint(km * 1e6) / 1e6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "infinity, 106, 22, 1000, detection_time_possible",
    "1931-12-31 23:59:59+00, 106, 22, 1000, detection_time_possible",
    "2068-01-01 00:00:00+00, 106, 22, 1000, detection_time_possible",
    "2024-01-01, 180.1, 22, 1000, detection_position_possible",
    "2024-01-01, 106, 85.1, 1000, detection_position_possible",
    "2024-01-01, NaN, NaN, 1000, detection_position_possible",
    "2024-01-01, 106, Infinity, 1000, detection_position_possible",
    "2024-01-01, 106, 22, -0.001, detection_border_km_possible",
    "2024-01-01, 106, 22, 4294, detection_border_km_possible",
    "2024-01-01, 106, 22, NaN, detection_border_km_possible",
  })
  void whatCannotBeHeldInMemoryIsRefused(
      String time, double lon, double lat, double km, String constraint) {
    DetectionRows rows = new DetectionRows(database, "refused");
    assertThatThrownBy(() -> rows.add(time, lon, lat, 1, km)).hasMessageContaining(constraint);
  }

  @Test
  void aRowKeepsItsNumber() throws SQLException {
    new DetectionRows(database, "kept").add("2024-01-01", 106, 22, 1, 1000);
    assertThatThrownBy(
            () ->
                database
                    .jdbi()
                    .useHandle(handle -> handle.execute("UPDATE detection SET row_no = DEFAULT")))
        .hasMessageContaining("keeps its row_no");
  }

  private double[] newest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT ST_X(geom), ST_Y(geom), border_km FROM detection ORDER BY row_no DESC LIMIT 1")
                    .map(
                        (row, context) ->
                            new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)})
                    .one());
  }
}
