package org.borderwatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgisTest
class ImportNetworkCommandTest {
  /** A road with a trail off it, a road that is being built, a stream, a village. */
  private static final String OSM =
      """
      <osm version="0.6">
      <node id="1" lon="106.700" lat="21.900"/><node id="2" lon="106.710" lat="21.900"/>
      <node id="3" lon="106.720" lat="21.900"/><node id="4" lon="106.710" lat="21.910"/>
      <node id="5" lon="106.710" lat="21.912"><tag k="place" v="village"/><tag k="name" v="Bản Tài"/></node>
      <node id="6" lon="108.000" lat="21.000"/><node id="7" lon="108.010" lat="21.000"/>
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="ref" v="QL.1A"/></way>
      <way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="path"/></way>
      <way id="12"><nd ref="4"/><nd ref="5"/><tag k="highway" v="construction"/></way>
      <way id="13"><nd ref="1"/><nd ref="5"/><tag k="waterway" v="stream"/></way>
      <way id="14"><nd ref="6"/><nd ref="7"/><tag k="highway" v="track"/></way>
      </osm>
      """;

  private static final String TIMES =
      "SELECT string_agg(concat_ws(' ', e.class, round(e.length_m), round(e.walk_s),"
          + " round(e.walk_back_s), round(e.drive_s), e.ascent_m, e.descent_m, e.heights_m::text,"
          + " n.height_m), '; ' ORDER BY e.source_ref) FROM network_edge AS e JOIN network_node AS"
          + " n ON n.id = e.from_node";

  private final TestDatabase database;
  private StringWriter said = new StringWriter();
  @TempDir Path folder;

  ImportNetworkCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void nothing() throws SQLException {
    database.asOwner(
        "DELETE FROM borderwatch.network_edge; DELETE FROM borderwatch.network_node;"
            + " DELETE FROM borderwatch.network_feature; DELETE FROM borderwatch.network_import;"
            + " DELETE FROM borderwatch.elevation_tile");
  }

  @Test
  void anExtractIsStoredAndWhatWasLeftOutIsTold() throws Exception {
    assertThat(run("network", "--account", "lan", written("vn.osm", OSM))).isEqualTo(ExitCode.DONE);
    assertThat(said.toString())
        .contains("7 nodes, 5 ways and 0 relations read")
        .containsPattern("primary +1 +2 +2[.]1")
        .containsPattern("left out: 1 ways, highway=construction: .*way/12")
        .contains("stored: 6 nodes, 4 edges, ")
        .contains("2 connected parts, the largest of 4 nodes");
    assertThat(text("SELECT count(*) FROM network_edge WHERE NOT synthetic")).isEqualTo("4");
    assertThat(
            text("SELECT string_agg(kind || ' ' || type, ', ' ORDER BY kind) FROM network_feature"))
        .isEqualTo("river stream, settlement village");
    assertThat(
            text(
                "SELECT concat_ws(' ', what, imported_by, file_name, licence, report -> 'edges')"
                    + " FROM network_import"))
        .isEqualTo("network lan vn.osm odbl 4");
    assertThat(
            text(
                "SELECT bool_or(row_count = 4) FROM audit_event WHERE path = 'import network"
                    + " vn.osm'"))
        .isEqualTo("t");
  }

  @Test
  void anotherImportReplacesTheFirstAndADryRunNothing() throws Exception {
    run("network", written("vn.osm", OSM));
    String line =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"class":"path"},
        "geometry":{"type":"LineString","coordinates":[[106.70,21.90],[106.71,21.91]]}}]}
        """;
    String lines = written("trails.geojson", line);
    assertThat(run("network", "--dry-run", lines)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("would be stored: 2 nodes, 1 edges");
    assertThat(text("SELECT count(*) FROM network_edge")).isEqualTo("4");
    assertThat(run("network", "--synthetic", lines)).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT count(*) FROM network_edge")).isEqualTo("5");
    assertThat(run("network", lines)).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT count(*) FROM network_edge WHERE NOT synthetic")).isEqualTo("1");
    assertThat(text("SELECT licence FROM network_import ORDER BY id DESC LIMIT 1"))
        .isEqualTo("internal");
  }

  @Test
  void theStripAlongTheBorderIsCutOut() throws Exception {
    assertThat(run("network", "--within-km", "25", written("vn.osm", OSM)))
        .isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT string_agg(class, ' ' ORDER BY class) FROM network_edge"))
        .isEqualTo("path primary primary");
  }

  @Test
  void whatIsNoNetworkChangesNothing() throws Exception {
    run("network", written("vn.osm", OSM));
    assertThat(run("network", written("bad.osm", "<osm><node id='1'"))).isEqualTo(ExitCode.NOTHING);
    assertThat(run("network", folder + "/none.pbf")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("network", "--within-km", "-1", folder + "/vn.osm")).isEqualTo(ExitCode.NOTHING);
    assertThat(run("elevation", written("N21E106.hgt", "no heights"))).isEqualTo(ExitCode.NOTHING);
    assertThat(said.toString()).doesNotContain("\tat ");
    assertThat(text("SELECT count(*) FROM network_edge")).isEqualTo("4");
  }

  @Test
  void itDoesNotMatterWhetherHeightsOrWaysComeFirst() throws Exception {
    String osm = written("vn.osm", OSM);
    String heights = heights();
    run("network", osm);
    String flat = text(TIMES);
    assertThat(run("elevation", heights)).isEqualTo(ExitCode.DONE);
    assertThat(said.toString())
        .contains(
            "stored: 1 tiles with 1,442,401 heights and 0 voids; 3 edges reckoned again, 3 of");
    String after = text(TIMES);
    assertThat(after).isNotEqualTo(flat);
    run("network", osm);
    assertThat(text(TIMES)).isEqualTo(after);
    // 12 m of climb a kilometre: one goes up more slowly than down.
    assertThat(after).startsWith("primary 1033 ").contains("{840,852}");
    assertThat(run("elevation", heights)).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT count(*) FROM elevation_tile")).isEqualTo("1");
    assertThat(text(TIMES)).isEqualTo(after);
  }

  /** A slope that rises by a metre every three seconds of arc to the east. */
  private String heights() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * 1201 * 1201);
    for (int i = 0; i < 1201 * 1201; i++) {
      bytes.putShort((short) (i % 1201));
    }
    Path file = folder.resolve("N21E106.hgt");
    Files.write(file, bytes.array());
    return file.toString();
  }

  private String written(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return file.toString();
  }

  private int run(String... words) {
    said = new StringWriter();
    var line =
        CommandLineTool.commandLine(
            config -> {
              throw new IllegalStateException("not to be served");
            },
            Map.of("BORDERWATCH_DATABASE_URL", database.url()),
            new BufferedReader(new StringReader("")));
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    List<String> all = Stream.concat(Stream.of("import"), Stream.of(words)).toList();
    return line.execute(all.toArray(String[]::new));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
