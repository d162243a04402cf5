package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvtLinesTest {
  @TempDir Path folder;

  @Test
  void aLayerWithoutFeaturesIsEmpty() {
    MvtLines lines = new MvtLines("network");
    lines.add(1, Map.of("class", "path"), new MvtLines.Parts());
    assertThat(lines.bytes()).isEmpty();
    assertThat(lines.count()).isZero();
  }

  /** GDAL reads it back: another reader than ours has to. */
  @Test
  void gdalReadsLinesNumbersAndTags() throws Exception {
    MvtLines lines = new MvtLines("network");
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("class", "primary");
    tags.put("name", "Đường Hùng Vương");
    tags.put("ref", null);
    tags.put("synthetic", true);
    MvtLines.Parts one = new MvtLines.Parts();
    one.add(new int[] {0, 0, 2_048, 1_024, 100, 4_096});
    lines.add(300, tags, one);
    MvtLines.Parts two = new MvtLines.Parts();
    two.add(new int[] {10, 10, 20, 30});
    two.add(new int[] {500, 600, 400, 300});
    lines.add(0, Map.of("class", "path", "synthetic", false), two);
    Path tile = folder.resolve("12/3261/1793.pbf");
    Files.createDirectories(tile.getParent());
    Files.write(tile, lines.bytes());
    JsonNode features = geoJson(tile).get("features");
    assertThat(features).hasSize(2);
    JsonNode first = features.get(0);
    assertThat(first.at("/properties/mvt_id").asInt()).isEqualTo(300);
    assertThat(first.at("/properties/class").asText()).isEqualTo("primary");
    assertThat(first.at("/properties/name").asText()).isEqualTo("Đường Hùng Vương");
    assertThat(first.at("/properties/synthetic").asInt()).isEqualTo(1);
    JsonNode middle = first.at("/geometry/coordinates/0/1");
    assertThat(middle.get(0).asDouble())
        .isCloseTo(WebMercator.lon((3261 + 0.5) * 256, 12), within(1e-6));
    assertThat(middle.get(1).asDouble())
        .isCloseTo(WebMercator.lat((1793 + 0.25) * 256, 12), within(1e-6));
    JsonNode second = features.get(1);
    assertThat(second.at("/geometry/type").asText()).isEqualTo("MultiLineString");
    assertThat(second.at("/geometry/coordinates")).hasSize(2);
    assertThat(second.at("/properties/name").isTextual()).isFalse();
  }

  private static JsonNode geoJson(Path tile) throws Exception {
    Process gdal =
        new ProcessBuilder(
                "ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "/vsistdout/", "MVT:" + tile)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] out = gdal.getInputStream().readAllBytes();
    assertThat(gdal.waitFor()).isZero();
    return Json.tree(out);
  }
}
