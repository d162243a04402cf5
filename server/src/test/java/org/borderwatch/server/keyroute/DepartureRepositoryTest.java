package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionRows;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgisTest
class DepartureRepositoryTest {
  @Test
  void provincesAreReadWithPlaceAndPersonsOfWhatFits(TestDatabase test) throws Exception {
    Database database = test.database();
    DetectionRows rows = new DetectionRows(database);
    rows.add("2024-03-01T00:00:00Z", 106.5, 22.1, 3, 1000);
    rows.add("2024-03-02T00:00:00Z", 106.6, 22.2, 2, 1001);
    rows.add("2025-03-02T00:00:00Z", 106.7, 22.3, 9, 1002);
    rows.add("2024-03-02T00:00:00Z", 106.8, 22.4, 8, 1003, false);
    test.asOwner(
        "UPDATE borderwatch.detection SET origin = 'VN-44' WHERE persons = 3;"
            + " UPDATE borderwatch.detection SET origin = 'VN-45' WHERE persons > 7");
    DetectionFilter filter =
        DetectionFilterQuery.parse(
            name -> name.equals("datetime") ? "2024-01-01/2024-12-31" : null);
    List<String> read = new ArrayList<>();
    new DepartureRepository(database)
        .each(
            filter.withSynthetic(true),
            (province, lon, lat, persons) ->
                read.add(province.orElse("?") + " " + lon + " " + lat + " " + persons));
    assertThat(read).containsExactlyInAnyOrder("VN-44 106.5 22.1 3", "? 106.6 22.2 2");
  }
}
