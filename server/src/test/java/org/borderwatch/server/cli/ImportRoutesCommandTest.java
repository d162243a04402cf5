package org.borderwatch.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@PostgisTest
class ImportRoutesCommandTest {
  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.7,21.9],[106.72,21.95],[106.75,22.05]]},
        "properties":{"code":"LS-01","name":"Đồng Đăng – Bằng Tường","status":"confirmed","origin":"Lạng Sơn",
          "destination":"Bằng Tường"}},
       {"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[106.8,21.8],[106.9,21.85]],[[107,21.8],[107.1,21.85]]]},
        "properties":{"code":"LS-02","name":"Chi Ma – Ái Điểm","status":"suspected","origin":null,"destination":null}}]}
      """;

  private final TestDatabase database;
  private StringWriter said = new StringWriter();
  @TempDir Path folder;

  ImportRoutesCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void emptyRegister() throws SQLException {
    database.asOwner(
        "DELETE FROM borderwatch.trafficking_route; DELETE FROM borderwatch.network_edge;"
            + " DELETE FROM borderwatch.network_node");
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... words) {
    said = new StringWriter();
    CommandLine line =
        CommandLineTool.commandLine(
            config -> () -> {},
            Map.of(
                "BORDERWATCH_DATABASE_URL", database.url(), "BORDERWATCH_DATA", folder.toString()),
            new BufferedReader(new StringReader("")));
    String[] all = new String[words.length + 2];
    all[0] = "import";
    all[1] = "routes";
    System.arraycopy(words, 0, all, 2, words.length);
    return line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(all);
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.database().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void theSameFileTwiceChangesNothingAndAnotherRouteOfTheCodeIsRefusedOrReplaces()
      throws Exception {
    Path file = written("a.geojson", GEOJSON);
    assertThat(run(file + "")).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("2 rows: 2 stored, 0 unchanged, 0 refused");
    assertThat(run(file + "")).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("0 stored, 2 unchanged");
    assertThat(text("SELECT count(*) FROM route_change"))
        .isEqualTo(text("SELECT count(*) FROM route_change WHERE operation <> 'update'"));
    Path other = written("b.geojson", GEOJSON.replace("confirmed", "dormant"));
    assertThat(run(other + "")).isEqualTo(ExitCode.PARTLY);
    assertThat(said.toString()).contains("1 unchanged, 1 refused");
    assertThat(Files.readString(folder.resolve("b.geojson.rejects.csv"))).contains("LS-01");
    assertThat(run("--replace", "--dry-run", other + "")).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT status FROM trafficking_route WHERE code = 'LS-01'"))
        .isEqualTo("confirmed");
    assertThat(run("--replace", other + "")).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT status || version FROM trafficking_route WHERE code = 'LS-01'"))
        .isEqualTo("dormant2");
    assertThat(run(written("c.txt", "x") + "")).isEqualTo(ExitCode.NOTHING);
    assertThat(run(written("c.kml", "<gpx/>") + "")).isEqualTo(ExitCode.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "EPSG:32648", "EPSG:3405", "EPSG:9205"})
  void aShapefileOfGdalLiesWhereItDid(String crs) throws Exception {
    Path source = written("source.geojson", GEOJSON);
    ogr("-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", "-t_srs", crs, "routes.shp", source + "");
    zipped("routes.zip");
    assertThat(run(folder.resolve("routes.zip") + "")).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT name FROM trafficking_route WHERE code = 'LS-02'"))
        .isEqualTo("Chi Ma – Ái Điểm");
    assertThat(text("SELECT destination FROM trafficking_route WHERE code = 'LS-01'"))
        .isEqualTo("Bằng Tường");
    String off =
        text(
            "SELECT max(ST_Distance(ST_EndPoint(ST_GeometryN(geom, 1))::geography,"
                + " ST_SetSRID(CASE code WHEN 'LS-01' THEN ST_MakePoint(106.75, 22.05)"
                + " ELSE ST_MakePoint(106.9, 21.85) END, 4326)::geography)) FROM trafficking_route");
    assertThat(Double.parseDouble(off)).isLessThan(0.05);
  }

  private void ogr(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private void zipped(String name) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)));
        var parts = Files.newDirectoryStream(folder, "routes.{shp,shx,dbf,prj,cpg}")) {
      for (Path part : parts) {
        zip.putNextEntry(new ZipEntry(part.getFileName() + ""));
        zip.write(Files.readAllBytes(part));
      }
    }
  }

  @Test
  void linesAreSnappedToTheStoredNetworkWhenThatIsAsked() throws Exception {
    database.asOwner(
        """
        SET search_path = borderwatch, public;
        INSERT INTO network_node (id, geom, synthetic, part)
        VALUES (1, ST_SetSRID(ST_MakePoint(106.70, 21.80), 4326), false, 0),
               (2, ST_SetSRID(ST_MakePoint(106.80, 21.80), 4326), false, 0);
        INSERT INTO network_edge (id, from_node, to_node, class, length_m, walk_s, walk_back_s, source_ref, geom, synthetic)
        SELECT 1, min(id), max(id), 'path', 10340, 9000, 9000, 'way/1',
               ST_SetSRID(ST_MakeLine(ARRAY[ST_MakePoint(106.70, 21.80), ST_MakePoint(106.75, 21.8001),
                                            ST_MakePoint(106.80, 21.80)]), 4326), false
        FROM network_node
        """);
    Path file =
        written(
            "m.kml",
            """
            <kml><Placemark><name>Bản Chắt</name><LineString><coordinates>
            106.71,21.8003 106.79,21.8002</coordinates></LineString></Placemark></kml>
            """);
    assertThat(run("--match", file + "")).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(text("SELECT matched_share FROM trafficking_route")).isEqualTo("1");
    assertThat(text("SELECT ST_NPoints(drawn) || ' ' || ST_NPoints(geom) FROM trafficking_route"))
        .isEqualTo("2 3");
    assertThat(run("--match", file + "")).isEqualTo(ExitCode.DONE);
    assertThat(said.toString()).contains("1 unchanged");
  }
}
