package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@PostgisTest
class ImportEffortCommandTest {
  private static final String TRACKS = "patrol-tracks";
  private static final String WATCHES = "sensor-watches";

  /** 20 minutes; the first point once more; an hour of silence; 30 km in a minute; 10 minutes. */
  private static final String GPX =
      """
      <gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Nguyễn Văn A</name><trkseg>
      <trkpt lon="106.700" lat="21.960"><time>2024-03-01T02:00:00Z</time></trkpt>
      <trkpt lon="106.700" lat="21.960"><time>2024-03-01T02:00:00Z</time></trkpt>
      <trkpt lon="106.710" lat="21.962"><time>2024-03-01T02:20:00Z</time></trkpt>
      <trkpt lon="106.711" lat="21.962"><time>2024-03-01T03:20:00Z</time></trkpt>
      <trkpt lon="106.711" lat="21.700"><time>2024-03-01T03:21:00Z</time></trkpt>
      <trkpt lon="106.712" lat="21.702"><time>2024-03-01T03:31:00Z</time></trkpt>
      </trkseg></trk></gpx>
      """;

  private final TestDatabase database;
  private StringWriter said = new StringWriter();
  @TempDir Path folder;

  ImportEffortCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void twoStationsAndNoEffort() throws SQLException {
    database.asOwner(
        """
        DELETE FROM borderwatch.patrol_track;
        DELETE FROM borderwatch.sensor_watch;
        INSERT INTO borderwatch.unit (code, name_vi, name_en, kind) VALUES
          ('X-01', 'Đồn 1', 'Station 1', 'station'), ('X-02', 'Đồn 2', 'Station 2', 'station')
        ON CONFLICT DO NOTHING
        """);
  }

  @Test
  void aTrackOfADeviceTakesTeamAndStationFromTheCommand() throws Exception {
    Path file = written("a.gpx", GPX);
    assertThat(run(TRACKS, "--team", "T3", "--station", "X-01", file + ""))
        .isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("1 rows: 1 stored, 0 unchanged, 0 refused");
    assertThat(
            count(
                "SELECT count(*) FROM patrol_track WHERE team = 'T3' AND station = 'X-01'"
                    + " AND NOT synthetic AND abs(hours - 0.5) < 1e-9"))
        .isEqualTo(1);
    assertThat(folder.resolve("a.gpx.rejects.csv")).doesNotExist();
    assertThat(said.toString()).doesNotContain("Nguy");
  }

  @Test
  void whatATrackNamesItselfIsKept() throws Exception {
    Path file = tracks(track("P-1", "T1", 10));
    assertThat(run(TRACKS, "--team", "T3", "--station", "X-02", file + ""))
        .isEqualTo(ExitCode.DONE);
    assertThat(count("SELECT count(*) FROM patrol_track WHERE team = 'T1' AND station = 'X-01'"))
        .isEqualTo(1);
  }

  @Test
  void piecesThatAreNoEffortAreToldWithTheirReasons() throws Exception {
    String file = written("a.gpx", GPX).toString();
    assertThat(run(TRACKS, file)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("Parts that were left out: gap 1, repeated 1, too_fast 1");
  }

  @Test
  void aSpeedThatWasToldDecidesWhatIsTooFast() throws Exception {
    String file = written("a.gpx", GPX).toString();
    assertThat(run(TRACKS, "--dry-run", "--max-speed-kmh", "3", file)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("gap 1, repeated 1, too_fast 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1001", "NaN", "fast"})
  void aSpeedThatNothingHasIsRefused(String speed) throws Exception {
    String file = written("a.gpx", GPX).toString();
    assertThat(run(TRACKS, "--max-speed-kmh", speed, file)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("speed").doesNotContain("\tat ");
    assertThat(count("SELECT count(*) FROM patrol_track")).isZero();
  }

  @Test
  void aNameIsNoTeamAndIsNotRepeated() throws Exception {
    String file = written("a.gpx", GPX).toString();
    assertThat(run(TRACKS, "--team", "Trần Văn B", file)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("a team is").doesNotContain("Văn B", "\tat ");
  }

  @Test
  void importingTwiceChangesNothing() throws Exception {
    String gpx = written("a.gpx", GPX).toString();
    String tracks = tracks(track("P-1", "T1", 10), track("P-2", "T1", 11)).toString();
    String watches = watches(watch("S-1", 400)).toString();
    for (String stored : List.of("1 stored, 0 unchanged", "0 stored, 1 unchanged")) {
      assertThat(run(TRACKS, "--team", "T3", gpx)).isEqualTo(ExitCode.DONE);
      assertThat(said.toString()).contains(stored);
      assertThat(run(WATCHES, watches)).isEqualTo(ExitCode.DONE);
      assertThat(said.toString()).contains(stored);
    }
    assertThat(run(TRACKS, tracks)).isEqualTo(ExitCode.DONE);
    String before = text("SELECT string_agg(t::text, ' ' ORDER BY row_no) FROM patrol_track AS t");
    assertThat(run(TRACKS, tracks)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("0 stored, 2 unchanged, 0 refused");
    assertThat(text("SELECT string_agg(t::text, ' ' ORDER BY row_no) FROM patrol_track AS t"))
        .isEqualTo(before);
    assertThat(count("SELECT count(*) FROM sensor_watch")).isEqualTo(1);
  }

  @Test
  void otherContentUnderTheSameKeyIsAConflictUntilItMayReplace() throws Exception {
    run(TRACKS, tracks(track("P-1", "T1", 10)) + "");
    String other = tracks(track("P-1", "T2", 10), track("P-2", "T2", 11)).toString();
    assertThat(run(TRACKS, other)).isEqualTo(ExitCode.PARTLY);
    assertThat(said.toString())
        .contains("1 stored, 0 unchanged, 1 refused")
        .contains("  row 1, source_ref: Stored already with other content")
        .contains("--replace");
    Path rejects = folder.resolve("t.geojson.rejects.csv");
    assertThat(said.toString()).contains(rejects.toString());
    assertThat(Files.readAllLines(rejects)).hasSize(2).last().asString().contains("P-1");

    assertThat(run(TRACKS, "--replace", other)).isEqualTo(ExitCode.DONE);
    assertThat(rejects).doesNotExist();
    assertThat(count("SELECT count(*) FROM patrol_track WHERE team = 'T2'")).isEqualTo(2);

    run(WATCHES, watches(watch("S-1", 400)) + "");
    String wider = watches(watch("S-1", 500)).toString();
    assertThat(run(WATCHES, wider)).isEqualTo(ExitCode.PARTLY);
    assertThat(run(WATCHES, "--replace", wider)).isEqualTo(ExitCode.DONE);
    assertThat(count("SELECT count(*) FROM sensor_watch WHERE radius_m = 500")).isEqualTo(1);
  }

  @Test
  void badRowsAreToldWithReasonAndRemedyAndTheRestIsStored() throws Exception {
    Path file =
        tracks(
            track("P-1", "T1", 10),
            track("P-2", "Nguyễn Văn A", 11),
            track("P-3", "T1", 12).replace("X-01", "nowhere"),
            track("P-4", "T1", 13).replace("LineString", "Polygon"),
            track("P-5", "T1", 14));
    assertThat(run(TRACKS, file + "")).isEqualTo(ExitCode.PARTLY);
    assertThat(count("SELECT count(*) FROM patrol_track")).isEqualTo(2);
    assertThat(said.toString())
        .contains("5 rows: 2 stored, 0 unchanged, 3 refused")
        .contains("  row 2, team: A team is a code", "never a name")
        .contains("  row 3, station: No station has this code")
        .contains("  row 4, geometry: The geometry is not a LineString")
        .doesNotContain("Nguy");
    List<String> rejects = Files.readAllLines(folder.resolve("t.geojson.rejects.csv"));
    assertThat(rejects.get(0)).contains("line,field,reason,remedy,source_ref,team,station");
    assertThat(rejects.subList(1, rejects.size()))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("2", "3", "4");

    Path watches = watches(watch("S-1", 400), watch("S-2", 0));
    assertThat(run(WATCHES, watches + "")).isEqualTo(ExitCode.PARTLY);
    assertThat(said.toString()).contains("  row 2, radius_metres: ");
    assertThat(folder.resolve("w.geojson.rejects.csv")).exists();
  }

  @Test
  void aFileThatCannotBeTakenIsToldAndTheOthersAre() throws Exception {
    String good = tracks(track("P-1", "T1", 10)).toString();
    String table = written("t.csv", "a,b\n").toString();
    assertThat(run(TRACKS, table)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("does not end in .gpx, .geojson or .json");
    assertThat(run(WATCHES, written("a.gpx", GPX) + "")).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("does not end in .geojson or .json");
    assertThat(run(TRACKS, folder + "/absent.gpx")).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("it cannot be read; check the name and the rights");
    Files.createDirectory(folder.resolve("folder.gpx"));
    assertThat(run(TRACKS, folder + "/folder.gpx")).isEqualTo(ExitCode.NOTHING);
    String broken = written("broken.gpx", "PK\u0003\u0004").toString();
    assertThat(run(TRACKS, broken)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString().lines().filter(line -> line.startsWith(broken))).hasSize(2);
    String waypoints = written("w.gpx", "<gpx><wpt lon=\"106.7\" lat=\"21.9\"/></gpx>").toString();
    assertThat(run(TRACKS, waypoints)).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).contains("The file has no tracks", "Tệp không có vết đi");
    assertThat(count("SELECT count(*) FROM patrol_track")).isZero();

    assertThat(run(TRACKS, broken, good, table)).isEqualTo(ExitCode.PARTLY);
    assertThat(count("SELECT count(*) FROM patrol_track")).isEqualTo(1);
    assertThat(run(TRACKS)).isEqualTo(ExitCode.NOTHING);
  }

  @Test
  void aDryRunStoresNothing() throws Exception {
    String watches = watches(watch("S-1", 400)).toString();
    assertThat(run(WATCHES, "--dry-run", watches)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("1 would be stored");
    assertThat(count("SELECT count(*) FROM sensor_watch")).isZero();
  }

  @Test
  void whoRecordedAndThatItWasSimulatedIsWrittenDown() throws Exception {
    String watches = watches(watch("S-1", 400)).toString();
    run(WATCHES, "--account", "le.van", "--synthetic", watches);
    assertThat(
            count("SELECT count(*) FROM sensor_watch WHERE synthetic AND recorded_by = 'le.van'"))
        .isEqualTo(1);
  }

  private Path tracks(String... features) throws IOException {
    return written("t.geojson", collection(features));
  }

  private Path watches(String... features) throws IOException {
    return written("w.geojson", collection(features));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String track(String reference, String team, int hour) {
    return """
        {"type":"Feature",
         "geometry":{"type":"LineString","coordinates":[[106.70,21.95],[106.71,21.96]]},
         "properties":{"source_ref":"%s","team":"%s","station":"X-01",
           "start":"2024-03-01T%d:00:00+07:00","end":"2024-03-01T%d:00:00+07:00"}}
        """
        .formatted(reference, team, hour, hour + 1);
  }

  private static String watch(String reference, int radiusMetres) {
    return """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[106.7,21.95]},
         "properties":{"source_ref":"%s","station":"X-01","radius_metres":%d,
           "from":"2024-03-01T00:00:00+07:00","to":"2024-03-08T00:00:00+07:00"}}
        """
        .formatted(reference, radiusMetres);
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Imports; only what this command says is kept. */
  private int run(String collection, String... words) {
    said = new StringWriter();
    CommandLine line =
        CommandLineTool.commandLine(
            config -> () -> {},
            Map.of(
                "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", folder.toString()),
            new BufferedReader(new StringReader("")));
    String[] all = new String[words.length + 2];
    all[0] = "import";
    all[1] = collection;
    System.arraycopy(words, 0, all, 2, words.length);
    return line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(all);
  }

  private int count(String sql) throws SQLException {
    return Integer.parseInt(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
