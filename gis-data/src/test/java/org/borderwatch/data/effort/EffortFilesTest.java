package org.borderwatch.data.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.effort.EffortParser.ParsedTrack;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortFilesTest {
  private static final BorderLocator LOCATOR = new BorderLocator(LandBorder.load());
  private static final Instant NOW = Instant.parse("2024-07-01T00:00:00Z");

  private final List<Refusal> refusals = new ArrayList<>();
  private EffortOptions options = EffortOptions.NONE;

  @Test
  void aGpxTrackIsReadWithoutAnyName() throws IOException {
    options = new EffortOptions("T2", "LS-04", 120);
    ParsedTrack parsed =
        gpx(
            "<name>Trung úy Nguyễn Văn A</name><desc>x</desc>",
            point(106.70, 21.95, "2024-06-30T02:00:00Z"),
            point(106.71, 21.96, "2024-06-30T02:20:00Z"),
            point(106.70, 21.97, "2024-06-30T02:40:00"));
    assertThat(refusals).isEmpty();
    PatrolTrack track = parsed.track();
    assertThat(track.team()).isEqualTo("T2");
    assertThat(track.station()).isEqualTo("LS-04");
    assertThat(track.hours()).isCloseTo(40 / 60.0, within(1e-9));
    assertThat(track.km()).isBetween(2.8, 3.2);
    assertThat(track.sourceRef()).startsWith("auto:");
    assertThat(track.toString()).doesNotContain("Nguy");
    assertThat(parsed.dropped()).isEmpty();
  }

  @Test
  void whatIsNoEffortIsDroppedWithItsReasonAndTheRestIsKept() throws IOException {
    ParsedTrack parsed =
        gpx(
            "",
            point(106.70, 21.95, "2024-06-30T02:00:00Z"),
            point(106.70, 21.95, "2024-06-30T02:00:00Z"),
            point(106.71, 21.96, "2024-06-30T02:20:00Z"),
            point(106.72, 21.96, "2024-06-30T02:51:00Z"),
            point(106.73, 21.96, "2024-06-30T03:10:00Z"),
            point(106.93, 21.96, "2024-06-30T03:11:00Z"),
            point(106.73, 21.97, "2024-06-30T03:12:00Z"),
            point(106.74, 21.97, "2024-06-30T03:30:00Z"));
    assertThat(refusals).isEmpty();
    assertThat(parsed.dropped())
        .isEqualTo(Map.of(DropReason.REPEATED, 1, DropReason.GAP, 1, DropReason.TOO_FAST, 2));
    assertThat(parsed.track().legs()).hasSize(3);
    assertThat(parsed.track().hours()).isCloseTo((20 + 19 + 18) / 60.0, within(1e-9));
  }

  @Test
  void aFasterPieceCountsWhereItIsAllowed() throws IOException {
    options = new EffortOptions(null, null, 1_000);
    ParsedTrack parsed =
        gpx(
            "",
            point(106.70, 21.95, "2024-06-30T02:00:00Z"),
            point(106.75, 21.95, "2024-06-30T02:01:00Z"));
    assertThat(parsed.dropped()).isEmpty();
    assertThat(parsed.track().hours()).isCloseTo(1 / 60.0, within(1e-9));
  }

  @Test
  void fixesThatSayNothingNewAreLeftOutAndStayOut() throws IOException {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= 600; i++) {
      double lon = 106.70 + 0.00002 * i;
      double lat = 21.95 + (i > 300 ? 0.00002 * (i - 300) : 0) + (i % 2) * 0.00001;
      points.append(point(lon, lat, Instant.ofEpochSecond(1_719_712_800L + i).toString()));
    }
    PatrolTrack track = gpx("", points.toString()).track();
    assertThat(track.legs().get(0).size()).isLessThan(12);
    assertThat(track.hours()).isCloseTo(600 / 3600.0, within(1e-9));
    TrackCutter again = new TrackCutter(120, 1_800);
    again.line(track.legs().get(0));
    assertThat(again.legs()).isEqualTo(track.legs());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-30T02:00:00Z, 2024-06-30T01:59:00Z, TIME_BACKWARDS",
    "2024-06-30T02:00:00Z, 2024-07-02T02:00:00Z, IN_FUTURE",
    "2024-06-28T02:00:00Z, 2024-06-29T20:00:00Z, TRACK_TOO_LONG",
    "2024-06-30T02:00:00Z, 2024-06-30T03:00:00Z, NOTHING_LEFT",
    "2024-06-30T02:00:00Z, 2024-06-30, DATE_ONLY",
  })
  void impossibleTimesAreRefused(String first, String second, RefusalReason why)
      throws IOException {
    assertThat(parse(point(106.70, 21.95, first) + point(106.71, 21.96, second))).isNull();
    assertThat(refusals).extracting(Refusal::why).containsExactly(why);
    assertThat(refusals.get(0).reasonVi()).isNotBlank();
  }

  @Test
  void aPlaceFarFromTheBorderIsRefused() throws IOException {
    assertThat(
            parse(
                point(105.85, 21.03, "2024-06-30T02:00:00Z")
                    + point(105.86, 21.03, "2024-06-30T02:20:00Z")))
        .isNull();
    assertThat(refusals).extracting(Refusal::why).containsExactly(RefusalReason.FAR_FROM_BORDER);
  }

  @Test
  void aPositionWithoutTimeIsRefused() throws IOException {
    assertThat(
            parse(
                point(106.70, 21.95, "2024-06-30T02:00:00Z")
                    + "<trkpt lon=\"106.71\" lat=\"21.95\"><ele>300</ele></trkpt>"))
        .isNull();
    assertThat(refusals).extracting(Refusal::why).containsExactly(RefusalReason.NO_TIME_OF_FIX);
  }

  @Test
  void aGpxWithoutTracksIsNone() {
    assertThatThrownBy(() -> new TrackGpx(stream("<gpx><wpt lon=\"1\" lat=\"1\"/></gpx>")).next())
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.NO_TRACKS));
  }

  @Test
  void geoJsonWithoutTimesGoesAtEvenSpeed() throws IOException {
    ParsedTrack parsed =
        geoJson(
            "{\"type\":\"LineString\",\"coordinates\":[[106.70,21.95],[106.71,21.95],[106.73,21.95]]}",
            "\"source_ref\":\"P-1\",\"team\":\"T1\",\"station\":\"LS-04\","
                + "\"start\":\"2024-06-30T09:00:00+07:00\",\"end\":\"2024-06-30T12:00:00+07:00\"");
    assertThat(refusals).isEmpty();
    // The middle position says nothing new: it lies where even speed has it.
    assertThat(parsed.track().legs()).hasSize(1);
    assertThat(parsed.track().legs().get(0)).hasSize(2);
    assertThat(parsed.track().sourceRef()).isEqualTo("P-1");
    assertThat(parsed.track().hours()).isEqualTo(3);
  }

  @Test
  void geoJsonTakesATimeForEachPositionOfEachLine() throws IOException {
    ParsedTrack parsed =
        geoJson(
            "{\"type\":\"MultiLineString\",\"coordinates\":[[[106.70,21.95],[106.71,21.95]],"
                + "[[106.72,21.95],[106.73,21.95,300]]]}",
            "\"times\":[[\"2024-06-30T09:00:00+07:00\",\"2024-06-30T09:20:00+07:00\"],"
                + "[\"2024-06-30T10:00:00+07:00\",\"2024-06-30T10:15:00+07:00\"]]");
    assertThat(refusals).isEmpty();
    assertThat(parsed.track().legs()).hasSize(2);
    assertThat(parsed.track().hours()).isCloseTo(35 / 60.0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"leader\":\"Nguyễn Văn A\" | UNKNOWN_PROPERTY",
        "\"team\":\"tổ của anh A\",\"start\":\"2024-06-30T09:00:00+07:00\",\"end\":\"2024-06-30T10:00:00+07:00\" | BAD_TEAM",
        "\"station\":\"LS-4\",\"start\":\"2024-06-30T09:00:00+07:00\",\"end\":\"2024-06-30T10:00:00+07:00\" | MISSPELT_STATION",
        "\"times\":[\"2024-06-30T09:00:00+07:00\"] | TIMES_DO_NOT_FIT",
        "\"start\":\"2024-06-30T11:00:00+07:00\",\"end\":\"2024-06-30T10:00:00+07:00\" | ENDS_BEFORE_IT_BEGINS",
      })
  void wrongPropertiesAreRefusedByName(String properties, RefusalReason why) throws IOException {
    String line = "{\"type\":\"LineString\",\"coordinates\":[[106.70,21.95],[106.71,21.95]]}";
    assertThat(geoJson(line, properties)).isNull();
    assertThat(refusals).extracting(Refusal::why).containsExactly(why);
    assertThat(refusals.get(0).value()).doesNotContain("anh A").doesNotContain("Nguy");
  }

  @Test
  void aSensorIsAPointWithARadius() throws IOException {
    String properties =
        "\"source_ref\":\"S-1\",\"radius_metres\":400,"
            + "\"from\":\"2024-06-01T00:00:00+07:00\",\"to\":\"2024-06-08T00:00:00+07:00\"";
    String point = "{\"type\":\"Point\",\"coordinates\":[106.70,21.95]}";
    EffortRow row = EffortGeoJson.ofWatches(stream(collection(point, properties))).next();
    SensorWatch watch = new EffortParser(rules()).watch(row, refusals::add).watch();
    assertThat(refusals).isEmpty();
    assertThat(watch.radiusMetres()).isEqualTo(400);
    assertThat(watch.until()).isEqualTo("2024-06-07T17:00:00Z");
    EffortRow line =
        EffortGeoJson.ofWatches(
                stream(
                    collection(
                        "{\"type\":\"LineString\",\"coordinates\":[[106.7,21.95],[106.71,21.95]]}",
                        properties)))
            .next();
    assertThat(new EffortParser(rules()).watch(line, refusals::add)).isNull();
    assertThat(refusals).extracting(Refusal::why).containsExactly(RefusalReason.NOT_A_SENSOR);
  }

  private EffortRules rules() {
    return new EffortRules(Set.of("LS-04", "LS-05"), LOCATOR::locate, NOW, options);
  }

  private ParsedTrack gpx(String head, String... points) throws IOException {
    return parseGpx(head, String.join("", points));
  }

  private ParsedTrack parse(String points) throws IOException {
    return parseGpx("", points);
  }

  private ParsedTrack parseGpx(String head, String points) throws IOException {
    String text =
        "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk>"
            + head
            + "<trkseg>"
            + points
            + "</trkseg></trk></gpx>";
    try (TrackGpx reader = new TrackGpx(stream(text))) {
      return new EffortParser(rules()).track(reader.next(), refusals::add);
    }
  }

  private ParsedTrack geoJson(String geometry, String properties) throws IOException {
    try (EffortGeoJson reader = EffortGeoJson.ofTracks(stream(collection(geometry, properties)))) {
      ParsedTrack parsed = new EffortParser(rules()).track(reader.next(), refusals::add);
      assertThat(reader.next()).isNull();
      return parsed;
    }
  }

  private static String collection(String geometry, String properties) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
        + geometry
        + ",\"properties\":{"
        + properties
        + "}}]}";
  }

  private static String point(double lon, double lat, String time) {
    return "<trkpt lon=\"%s\" lat=\"%s\"><ele>300</ele><time>%s</time></trkpt>"
        .formatted(lon, lat, time);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
