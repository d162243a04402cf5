package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorTilesTest {
  private static final double LON = 106.7;
  private static final double LAT = 21.9;

  private final Database database;
  private final ApiUnderTest api;

  VectorTilesTest(Database database) throws SQLException {
    this.database = database;
    this.api = new ApiUnderTest(database);
  }

  @BeforeAll
  void fill() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO unit (code, name_vi, name_en, kind, parent, geom, synthetic)
          VALUES ('LS-01', 'Đồn Một', 'One', 'station', 'VN-09',
                  ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), true);
          INSERT INTO border_section (station, border_with, from_km, to_km, geom)
          VALUES ('LS-01', 'CN', 1100, 1120,
                  ST_SetSRID(ST_MakeLine(ST_MakePoint(106.69, 21.9), ST_MakePoint(106.71, 21.9)), 4326));
          INSERT INTO detection (source, source_ref, responsible_station, observed_at, geom, direction,
            setting, outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
          VALUES ('patrol', 'row-1', 'LS-01', '2024-01-01 00:00+07',
            ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), 'exit', 'trail', 'observed', 3, 'CN', 1100, 50,
            true, 'test')
          """);
    }
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private static String tile(String collection, int zoom) {
    int row = (int) (WebMercator.pixelY(LAT, zoom) / WebMercator.TILE_SIZE);
    int col = (int) (WebMercator.pixelX(LON, zoom) / WebMercator.TILE_SIZE);
    return "/api/collections/%s/tiles/WebMercatorQuad/%d/%d/%d"
        .formatted(collection, zoom, row, col);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stations", "gates", "border", "border-sections", "places"})
  void aLayerHasATileWhereItIsAndNoneWhereItIsNot(String collection) {
    HttpResponse<byte[]> found = api.get(tile(collection, 7));
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.headers().firstValue("Content-Type"))
        .contains("application/vnd.mapbox-vector-tile");
    assertThat(text(found)).contains(collection);
    String far = "/api/collections/" + collection + "/tiles/WebMercatorQuad/7/0/0";
    assertThat(api.get(far).statusCode()).isEqualTo(204);
    JsonNode set = api.json("/api/collections/" + collection + "/tiles/WebMercatorQuad");
    assertThat(set.at("/layers/0/id").asText()).isEqualTo(collection);
    JsonNode sets = api.json("/api/collections/" + collection + "/tiles").get("tilesets");
    assertThat(sets.get(0).get("tileMatrixSetURI").asText()).endsWith("WebMercatorQuad");
  }

  /** At these zooms the margin of the tile reaches over the edge of the world. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theBorderIsInTheTilesAtTheEdgeOfTheWorldToo(int zoom) {
    assertThat(api.get(tile("border", zoom)).statusCode()).isEqualTo(200);
  }

  @Test
  void detectionsHaveTilesFromZoomNineForThoseWhoMaySeeThem() {
    HttpResponse<byte[]> found = api.get(tile("detections", 12));
    assertThat(text(found)).contains("observed_at", "persons", "trail");
    assertThat(found.headers().firstValue("Borderwatch-Data")).contains("synthetic");
    assertThat(found.headers().firstValue("Cache-Control"))
        .contains("private, max-age=0, must-revalidate");
    String tag = found.headers().firstValue("ETag").orElseThrow();
    String path = tile("detections", 12);
    assertThat(api.send("admin", "GET", path, "", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(api.get(path + "?direction=entry").statusCode()).isEqualTo(204);
    assertThat(api.get(tile("detections", 8)).statusCode()).isEqualTo(404);
    assertThat(api.send("recorder:LS-01", "GET", path, "").statusCode()).isEqualTo(200);
    assertThat(api.send("recorder:LS-09", "GET", path, "").statusCode()).isEqualTo(204);
    assertThat(api.send("device", "GET", path, "").statusCode()).isEqualTo(403);
  }

  @Test
  void aTileOutsideTheSetIsNotFound() {
    assertThat(api.get("/api/collections/border/tiles/WebMercatorQuad/2/4/0").statusCode())
        .isEqualTo(404);
    assertThat(api.get("/api/collections/border/tiles/WebMercatorQuad/x/4/0").statusCode())
        .isEqualTo(400);
    JsonNode set = api.json("/api/tileMatrixSets/WebMercatorQuad");
    assertThat(set.get("tileMatrices")).hasSize(23);
    assertThat(set.at("/tileMatrices/0/cellSize").asDouble()).isBetween(156_543.033, 156_543.034);
  }
}
