package org.borderwatch.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgisTest
class EffortImportsTest {
  private static final BorderLocator LOCATOR = new BorderLocator(LandBorder.load());

  private final TestDatabase test;
  private final EffortImports imports;
  @TempDir Path folder;

  EffortImportsTest(TestDatabase test) {
    this.test = test;
    this.imports = new EffortImports(test.database(), LOCATOR);
  }

  @BeforeEach
  void empty() throws Exception {
    test.asOwner(
        """
        DELETE FROM borderwatch.patrol_track;
        DELETE FROM borderwatch.sensor_watch;
        INSERT INTO borderwatch.unit (code, name_vi, name_en, kind) VALUES
          ('X-01', 'Đồn 1', 'Station 1', 'station'), ('X-02', 'Đồn 2', 'Station 2', 'station')
        ON CONFLICT DO NOTHING
        """);
  }

  @Test
  void importingTwiceChangesNothing() throws Exception {
    Path file = tracks(track("P-1", "T1", 10), track("P-2", "T1", 11));
    ImportReport first = run(file, false, false, null);
    assertThat(first.stored()).isEqualTo(2);
    assertThat(first.refusals()).isEmpty();
    ImportReport second = run(file, false, false, null);
    assertThat(second.stored()).isZero();
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(
            number(
                "SELECT count(*) FROM patrol_track WHERE station = 'X-01' AND recorded_by = 'an'"
                    + " AND NOT synthetic AND hours = 1 AND ST_NumGeometries(geom) = 1"))
        .isEqualTo(2);
  }

  @Test
  void otherContentUnderTheSameKeyIsAConflictOrReplaces() throws Exception {
    run(tracks(track("P-1", "T1", 10)), false, false, null);
    Path other = tracks(track("P-1", "T2", 10));
    ImportReport refused = run(other, false, false, null);
    assertThat(refused.stored()).isZero();
    assertThat(refused.refusals()).extracting(Refusal::why).containsExactly(RefusalReason.CONFLICT);
    assertThat(refused.refusals().get(0).reason()).contains("T1").contains("T2");
    assertThat(Files.readString(rejects(other))).contains("P-1");
    assertThat(run(other, true, false, null).stored()).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM patrol_track WHERE team = 'T2'")).isEqualTo(1);
  }

  @Test
  void theSameKeyTwiceInAFileIsToldOnce() throws Exception {
    ImportReport report =
        run(
            tracks(track("P-1", "T1", 10), track("P-1", "T1", 10), track("P-1", "T2", 10)),
            false,
            false,
            null);
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.refusals()).extracting(Refusal::why).containsExactly(RefusalReason.REPEATED);
  }

  @Test
  void aDryRunStoresNothing() throws Exception {
    ImportReport report = run(tracks(track("P-1", "T1", 10)), false, true, null);
    assertThat(report.stored()).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM patrol_track")).isZero();
  }

  @Test
  void aRecorderWritesForTheOwnUnitOnly() throws Exception {
    ImportReport report = run(tracks(track("P-1", "T1", 10)), false, false, Set.of("X-02"));
    assertThat(report.stored()).isZero();
    assertThat(report.refusals())
        .extracting(Refusal::why)
        .containsExactly(RefusalReason.NOT_YOUR_STATION);
  }

  @Test
  void droppedPiecesAreCounted() throws Exception {
    String gpx =
        """
        <gpx><trk><name>Nguyễn Văn A</name><trkseg>
        <trkpt lon="106.70" lat="21.95"><time>2024-03-01T02:00:00Z</time></trkpt>
        <trkpt lon="106.71" lat="21.96"><time>2024-03-01T02:20:00Z</time></trkpt>
        <trkpt lon="106.72" lat="21.96"><time>2024-03-01T03:20:00Z</time></trkpt>
        </trkseg></trk></gpx>
        """;
    Path file = folder.resolve("a.gpx");
    Files.writeString(file, gpx);
    ImportReport report =
        imports
            .of(EffortKind.TRACKS, new EffortOptions("T7", "X-02", 120))
            .run(request(file, DetectionFormat.GPX, false, false, null), new ImportProgress());
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.dropped()).isEqualTo(Map.of("gap", 1L));
    assertThat(number("SELECT count(*) FROM patrol_track WHERE team = 'T7' AND station = 'X-02'"))
        .isEqualTo(1);
  }

  @Test
  void watchesAreStoredOnceToo() throws Exception {
    String watch =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
          "geometry":{"type":"Point","coordinates":[106.7,21.95]},
          "properties":{"source_ref":"S-1","station":"X-01","radius_metres":%d,
            "from":"2024-03-01T00:00:00+07:00","to":"2024-03-08T00:00:00+07:00"}}]}
        """;
    Path file = folder.resolve("w.geojson");
    Files.writeString(file, watch.formatted(400));
    FileImport watches = imports.of(EffortKind.WATCHES, EffortOptions.NONE);
    ImportRequest request = request(file, DetectionFormat.GEOJSON, false, false, null);
    assertThat(watches.run(request, new ImportProgress()).stored()).isEqualTo(1);
    assertThat(watches.run(request, new ImportProgress()).unchanged()).isEqualTo(1);
    Files.writeString(file, watch.formatted(500));
    assertThat(watches.run(request, new ImportProgress()).refusedRows()).isEqualTo(1);
    ImportRequest replace = request(file, DetectionFormat.GEOJSON, true, false, null);
    assertThat(watches.run(replace, new ImportProgress()).stored()).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM sensor_watch WHERE radius_m = 500")).isEqualTo(1);
  }

  private ImportReport run(Path file, boolean replace, boolean dryRun, Set<String> units)
      throws Exception {
    return imports
        .of(EffortKind.TRACKS, EffortOptions.NONE)
        .run(request(file, DetectionFormat.GEOJSON, replace, dryRun, units), new ImportProgress());
  }

  private ImportRequest request(
      Path file, DetectionFormat format, boolean replace, boolean dryRun, Set<String> units) {
    return new ImportRequest(
        file, format, null, rejects(file), replace, dryRun, false, "an", units);
  }

  private static Path rejects(Path file) {
    return file.resolveSibling(file.getFileName() + ".rejects.csv");
  }

  private Path tracks(String... features) throws Exception {
    Path file = folder.resolve("t.geojson");
    Files.writeString(
        file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    return file;
  }

  private static String track(String reference, String team, int hour) {
    return """
        {"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.70,21.95],[106.71,21.96]]},
         "properties":{"source_ref":"%s","team":"%s","station":"X-01",
           "start":"2024-03-01T%d:00:00+07:00","end":"2024-03-01T%d:00:00+07:00"}}
        """
        .formatted(reference, team, hour, hour + 1);
  }

  private long number(String sql) throws Exception {
    try (var connection = test.database().connection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
