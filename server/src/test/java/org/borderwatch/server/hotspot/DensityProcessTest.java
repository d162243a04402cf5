package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Density through the public process; the GeoTIFF as GDAL reads it. */
class DensityProcessTest {
  private static final LonLat HERE = TestStudy.inside(1150, 1000);

  private static TestStudy study() {
    return TestStudy.empty().seen(HERE, "2024-03-05T18:00:00Z", 100, 3, Source.PATROL);
  }

  private static JsonNode gdal(Path file, String... more) throws Exception {
    String[] words = new String[more.length + 3];
    words[0] = "gdalinfo";
    words[1] = "-json";
    System.arraycopy(more, 0, words, 2, more.length);
    words[words.length - 1] = file.toString();
    Process process = new ProcessBuilder(words).redirectErrorStream(false).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return Json.tree(said);
  }

  @Test
  void theGeoTiffIsWhatGdalExpects(@TempDir Path folder) throws Exception {
    ProcessResult result =
        TestStudy.result(study().sources(), "density", "{\"weight\": \"persons\"}");
    ProcessResult.Form tiff = result.forms().get(0);
    assertThat(tiff.mediaType()).isEqualTo("image/tiff; application=geotiff");
    assertThat(result.synthetic()).isTrue();
    Path file = folder.resolve("density.tif");
    Files.write(file, tiff.content());
    JsonNode info = gdal(file, "-stats");
    assertThat(info.at("/stac/proj:epsg").asInt(32648)).isEqualTo(32648);
    assertThat(info.at("/coordinateSystem/wkt").asText()).contains("ID[\"EPSG\",32648]");
    assertThat(info.at("/geoTransform/1").asDouble()).isEqualTo(500);
    assertThat(info.at("/geoTransform/0").asDouble() % 500).isZero();
    JsonNode band = info.at("/bands/0");
    assertThat(band.path("type").asText()).isEqualTo("Float32");
    assertThat(band.path("noDataValue").asDouble()).isEqualTo(-1);
    // At most 300 persons under a gaussian of 1.5 km: 300 / (2 pi 2.25).
    assertThat(band.path("maximum").asDouble()).isBetween(20.0, 300 / (2 * Math.PI * 2.25));
    String about = info.at("/metadata//TIFFTAG_IMAGEDESCRIPTION").asText();
    assertThat(about).contains("SYNTHETIC", "persons per km2", "2024-03-06", "gaussian");
  }

  @Test
  void theSumOfTheCellsIsTheWeight() throws Exception {
    for (String kernel : new String[] {"gaussian", "quartic"}) {
      JsonNode found =
          TestStudy.run(
              study().sources(),
              "density",
              "{\"kernel\": \"" + kernel + "\", \"cellMetres\": 250}");
      double sum = 0;
      for (JsonNode cell : found.at("/features")) {
        sum += cell.at("/properties/value").asDouble() * 0.25 * 0.25;
      }
      assertThat(sum).isCloseTo(100, within(1.5));
      assertThat(found.at("/summary/total").asDouble()).isEqualTo(100);
      assertThat(found.at("/summary/days").asDouble()).isEqualTo(1);
      assertThat(found.at("/summary/unit").asText()).contains("per km2");
    }
  }

  @Test
  void nothingToMapIsRefusedWithARemedy() {
    assertThatThrownBy(() -> TestStudy.run(TestStudy.empty().sources(), "density", "{}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("widen");
  }

  @Test
  void aRasterThatIsTooLargeIsRefusedWithARemedy() {
    assertThatThrownBy(
            () ->
                TestStudy.run(
                    study()
                        .seen(new LonLat(105, 10), "2024-03-05T18:00:00Z", 1, 1, Source.PATROL)
                        .sources(),
                    "density",
                    "{\"cellMetres\": 50}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("larger cells");
  }

  @Test
  void givenPointsOfAPlaneHaveTheKernelsOwnDensity() throws Exception {
    JsonNode found =
        TestStudy.inline(
            "density",
            "{\"crs\": \"none\", \"valueProperty\": \"w\", \"cellMetres\": 2, \"bandwidthMetres\": 10, \"features\": "
                + TestStudy.points("w", 1, 1, 4)
                + "}");
    // The cell about the point: 4 / (2 pi 10^2) a square metre.
    double peak = 4 / (2 * Math.PI * 100) * 1e6;
    double sum = 0;
    double largest = 0;
    for (JsonNode cell : found.at("/features")) {
      sum += 4 * cell.at("/properties/value").asDouble() / 1e6;
      largest = Math.max(largest, cell.at("/properties/value").asDouble());
    }
    assertThat(largest).isCloseTo(peak, within(1e-3 * peak));
    assertThat(sum).isCloseTo(4, within(0.05));
    assertThat(found.at("/summary/distance").asText()).isEqualTo("plane (crs none)");
    assertThat(found.at("/summary/total").asDouble()).isEqualTo(4);
  }

  @Test
  void givenPointsInDegreesGiveCellsInDegreesAndAGeoTiff() throws Exception {
    String inputs =
        "{\"cellMetres\": 500, \"features\": "
            + TestStudy.points("w", 107.95, 21.5, 1, 108.05, 21.5, 1)
            + "}";
    ProcessResult result = TestStudy.result(TestStudy.empty().sources(), "density", inputs);
    assertThat(result.forms()).extracting(ProcessResult.Form::mediaType).hasSize(2);
    JsonNode found = TestStudy.inline("density", inputs);
    JsonNode corner = found.at("/features/0/geometry/coordinates/0/0");
    assertThat(corner.get(0).asDouble()).isBetween(107.8, 108.2);
    assertThat(corner.get(1).asDouble()).isBetween(21.4, 21.6);
  }

  @Test
  void noPointsHaveNoCells() throws Exception {
    JsonNode found =
        TestStudy.inline(
            "density", "{\"features\": {\"type\": \"FeatureCollection\", \"features\": []}}");
    assertThat(found.at("/features")).isEmpty();
    assertThat(found.at("/summary/total").asDouble(-1)).isZero();
  }

  @Test
  void givenPointsLeaveTheStoreAlone() {
    assertThatThrownBy(
            () ->
                TestStudy.inline(
                    "density",
                    "{\"filter\": {}, \"features\": " + TestStudy.points("w", 1, 1, 1) + "}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("filter");
  }
}
