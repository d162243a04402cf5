package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

class InlineProfileTest {
  private static String event(double km, String time, int persons) {
    LonLat at = TestStudy.inside(km, 500);
    return String.format(
        Locale.ROOT,
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [%.7f, %.7f]},"
            + " \"properties\": {\"t\": \"%s\", \"n\": %d}}",
        at.lon(),
        at.lat(),
        time,
        persons);
  }

  private static JsonNode profile(String more, String... events) throws Exception {
    return TestStudy.inline(
        "border-profile",
        "{\"timeProperty\": \"t\", \"personsProperty\": \"n\"%s, \"features\": {\"type\": \"FeatureCollection\", \"features\": [%s]}}"
            .formatted(more, String.join(",", events)));
  }

  @Test
  void eventsCountAtTheirKilometreAndMonthInVietNam() throws Exception {
    JsonNode found =
        profile(
            ", \"step\": \"P1M\"",
            event(1151, "2024-01-15", 3),
            event(1153, "2024-01-31T18:00:00Z", 2),
            event(1163, "2024-03-01", 5));
    assertThat(found.path("periods")).hasSize(3);
    assertThat(found.at("/periods/0").asText()).isEqualTo("2024-01-01");
    assertThat(found.at("/sections/0/from_km").asDouble()).isEqualTo(1150);
    assertThat(found.path("sections")).hasSize(3);
    assertThat(found.at("/detections/0").toString()).isEqualTo("[1,1,0]");
    assertThat(found.at("/persons/0").toString()).isEqualTo("[3,2,0]");
    assertThat(found.at("/persons/2").toString()).isEqualTo("[0,0,5]");
    assertThat(found.path("effort_hours").isNull()).isTrue();
  }

  @Test
  void thoseOnAnotherLineAreCountedApart() throws Exception {
    JsonNode found = profile(", \"borderWith\": \"LA\"", event(1151, "2024-01-15", 3));
    assertThat(found.path("sections")).isEmpty();
    assertThat(found.at("/summary/elsewhere").asInt()).isEqualTo(1);
  }

  @Test
  void withoutEventsThereIsNothing() throws Exception {
    assertThat(profile("").path("sections")).isEmpty();
  }

  @Test
  void metresHaveNoKilometreOfTheBorder() {
    assertThatThrownBy(() -> profile(", \"crs\": \"none\"", event(1151, "2024-01-15", 3)))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("OGC:CRS84");
  }
}
