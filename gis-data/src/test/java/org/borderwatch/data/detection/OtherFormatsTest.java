package org.borderwatch.data.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OtherFormatsTest {
  @Test
  void aFeatureCollectionOfPointsIsRead() {
    Rules.Outcome outcome =
        geoJson(
            feature(
                "\"observed_at\":\"2024-06-30T14:10:00Z\",\"persons\":3,\"women\":null,"
                    + "\"indicators\":[\"debt\",\"injury\"]"),
            feature("\"observed_at\":\"2024-06-30T14:10:00Z\",\"indicators\":\"debt;injury\""));
    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.good()).extracting(ParsedDetection::line).containsExactly(1L, 2L);
    assertThat(outcome.good().get(0).detection().persons()).isEqualTo(3);
    assertThat(outcome.good().get(1).detection().indicators())
        .isEqualTo(outcome.good().get(0).detection().indicators());
  }

  @Test
  void brokenFeaturesAreRefusedOneByOne() {
    String time = "\"observed_at\":\"2024-06-30T14:10:00Z\"";
    String line = feature(time).replace("[106.69767,21.9511]", "[[1,2],[3,4]]");
    Rules.Outcome outcome =
        geoJson(
            feature(time + ",\"name\":\"somebody\""),
            line.replace("Point", "LineString"),
            feature(time).replace("\"Feature\"", "\"Thing\""),
            "7",
            "null",
            feature(time).replace("[106.69767,21.9511]", "[106.69767]"),
            feature(time)
                .replace("{\"type\":\"Point\",\"coordinates\":[106.69767,21.9511]}", "null"),
            feature(time + ",\"persons\":{\"a\":[1,{}]}"),
            feature(time + ",\"persons\":\"four\""),
            feature(time));
    assertThat(outcome.refusals())
        .extracting(Refusal::why)
        .containsExactly(
            RefusalReason.UNKNOWN_PROPERTY,
            RefusalReason.NOT_A_POINT,
            RefusalReason.NOT_A_FEATURE,
            RefusalReason.NOT_A_FEATURE,
            RefusalReason.NOT_A_FEATURE,
            RefusalReason.NOT_A_POINT,
            RefusalReason.NOT_A_POINT,
            RefusalReason.NOT_A_VALUE,
            RefusalReason.BAD_NUMBER);
    assertThat(outcome.refusals().get(0).field()).isEqualTo("name");
    assertThat(outcome.good()).extracting(ParsedDetection::line).containsExactly(10L);
  }

  @Test
  void whatIsNoFeatureCollectionIsRefusedAsAWhole() {
    assertThat(problem(DetectionFormat.GEOJSON, "[]")).isEqualTo(FileProblem.NOT_A_COLLECTION);
    assertThat(problem(DetectionFormat.GEOJSON, "{\"type\":\"Feature\"}"))
        .isEqualTo(FileProblem.NOT_A_COLLECTION);
    assertThat(problem(DetectionFormat.GEOJSON, "observed_at,lon")).isEqualTo(FileProblem.NOT_JSON);
    assertThat(problem(DetectionFormat.GEOJSON, "{\"type\":\"FeatureCollection\",\"features\":["))
        .isEqualTo(FileProblem.NOT_JSON);
    assertThat(
            problem(
                DetectionFormat.GEOJSON,
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
                    + "{\"name\":\"urn:ogc:def:crs:EPSG::3405\"}},\"features\":[]}"))
        .isEqualTo(FileProblem.OTHER_CRS);
    String collection = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    assertThat(problem(DetectionFormat.GEOJSON, collection + collection))
        .as("two collections one after the other")
        .isEqualTo(FileProblem.NOT_A_COLLECTION);
    assertThat(problem(DetectionFormat.GEOJSON, "[".repeat(5000)))
        .isEqualTo(FileProblem.NOT_A_COLLECTION);
  }

  @Test
  void waypointsAreReadAndWhatMayNamePeopleIsNot() {
    Rules.Outcome outcome =
        gpx(
            "<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>"
                + "<wpt lat='21.9511' lon='106.69767'><ele>300</ele><time>2024-06-30T14:10:00Z</time>"
                + "<name>A name</name><extensions><x><time>no</time></x></extensions></wpt>"
                + "<wpt lat='21.9511' lon='106.69767'><time>2024-06-30T14:10:00</time></wpt>"
                + "<wpt lat='21.9511' lon='106.69767'><name>Without time</name></wpt>"
                + "<trk><trkseg><trkpt lat='1' lon='2'/></trkseg></trk></gpx>");
    assertThat(outcome.good()).hasSize(2);
    assertThat(outcome.good().get(1).detection().observedAt())
        .isEqualTo(Instant.parse("2024-06-30T14:10:00Z"));
    assertThat(outcome.refusals())
        .extracting(Refusal::line, Refusal::field, Refusal::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, "observed_at", RefusalReason.MISSING));
  }

  @Test
  void aGpxFileReachesForNothingOutsideItself() {
    String attack =
        "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gpx><wpt lat='1' lon='2'>"
            + "<time>&x;</time></wpt></gpx>";
    assertThat(problem(DetectionFormat.GPX, attack)).isEqualTo(FileProblem.DOCUMENT_TYPE);
    assertThat(problem(DetectionFormat.GPX, "<kml/>")).isEqualTo(FileProblem.NOT_GPX);
    assertThat(problem(DetectionFormat.GPX, "<gpx><trk/></gpx>"))
        .isEqualTo(FileProblem.NO_WAYPOINTS);
    assertThat(problem(DetectionFormat.GPX, "<gpx><wpt")).isEqualTo(FileProblem.NOT_XML);
    assertThat(problem(DetectionFormat.GPX, "lon,lat")).isEqualTo(FileProblem.NOT_XML);
  }

  @Test
  void theFormatIsToldByMediaTypeOrName() {
    assertThat(DetectionFormat.ofMediaType("text/CSV; charset=utf-8"))
        .contains(DetectionFormat.CSV);
    assertThat(DetectionFormat.ofFileName("Thang 6.GeoJSON")).contains(DetectionFormat.GEOJSON);
    assertThat(DetectionFormat.ofFileName("a.xlsx")).isEmpty();
  }

  private static String feature(String properties) {
    return "{\"type\":\"Feature\",\"id\":\"x\",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        + "[106.69767,21.9511]},\"properties\":{"
        + properties
        + "}}";
  }

  private static Rules.Outcome geoJson(String... features) {
    String file =
        "{\"type\":\"FeatureCollection\",\"links\":[{\"a\":1}],\"features\":["
            + String.join(",\n", features)
            + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}}";
    return Rules.read(DetectionFormat.GEOJSON, file.getBytes(UTF_8));
  }

  private static Rules.Outcome gpx(String file) {
    return Rules.read(DetectionFormat.GPX, file.getBytes(UTF_8));
  }

  private static FileProblem problem(DetectionFormat format, String file) {
    return catchThrowableOfType(
            UnreadableFileException.class, () -> Rules.read(format, file.getBytes(UTF_8)))
        .problem();
  }
}
