package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Mouth;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

/** What is found of what was planted in the demo; scripts/bench/planted prints all of it. */
class PlantedTruthTest {
  private static final double NEAR_METRES = 3000;

  private static List<Integer> found(String inputs) throws Exception {
    JsonNode map = TestStudy.run(TestStudy.demo(), "hotspots", inputs);
    List<Integer> found = new ArrayList<>();
    for (Mouth mouth :
        Scenario.demo(TestStudy.LAYERS.border(), Places.load()).truth().hardlyPatrolled()) {
      for (JsonNode cell : map.at("/features")) {
        JsonNode corner = cell.at("/geometry/coordinates/0/0");
        LonLat at = new LonLat(corner.get(0).asDouble(), corner.get(1).asDouble());
        if (cell.at("/properties/class_bh").asInt() >= 2
            && at.metresTo(mouth.position()) <= NEAR_METRES
            && !found.contains(mouth.no())) {
          found.add(mouth.no());
        }
      }
    }
    return found;
  }

  @Test
  void withSmallCellsRatesFindThemAll() throws Exception {
    assertThat(found("{\"cellMetres\": 500, \"exposure\": \"effort\"}")).hasSize(3);
    assertThat(found("{\"cellMetres\": 500}")).hasSizeLessThan(3);
  }

  @Test
  void ratesFindHardlyPatrolledCrossingsThatCountsMiss() throws Exception {
    List<Integer> byCounts = found("{}");
    List<Integer> byRates = found("{\"exposure\": \"effort\"}");
    assertThat(byRates).containsAll(byCounts).hasSizeGreaterThan(byCounts.size());
  }
}
