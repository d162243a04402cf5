package org.borderwatch.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.borderwatch.server.geo.GeoJsonGeometry;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.CollectionInfo.Licence;
import org.borderwatch.server.testing.Gdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Every format, written from the same features and read by GDAL. */
class ExportFilesTest {
  private static final String PROPERTIES =
      """
      "name": "Đường mòn Lũng Cú – Ệ/ợ", "seen_at": "2024-06-30T23:30:05+07:00", "day": "2024-06-30",
      "persons": 7, "km": 12.25, "tiny": 1.25e-7, "sure": true, "synthetic": true, "signs": ["debt", "injury"],
      "a_name_longer_than_ten": "một", "a_name_longer_than_two": "hai"\
      """;

  private static final Map<String, List<String>> LAYERS =
      Map.of(
          "detections",
          List.of(
              feature("p1", point(106.7012345, 21.9), PROPERTIES),
              feature("p2", point(106.9, 22.1), "\"name\": null, \"persons\": 12"),
              feature("p3", point(106.8, 22.0), "\"sure\": false, \"name\": \"a\\nb\"")),
          "routes",
          List.of(
              feature(
                  "r1",
                  "{\"type\": \"LineString\", \"coordinates\": [[106.7, 21.9], [106.75, 22.0]]}",
                  PROPERTIES + ", \"status\": \"confirmed\""),
              feature(
                  "r2",
                  "{\"type\": \"MultiLineString\", \"coordinates\": [[[106.6, 21.9], [106.65,"
                      + " 22.0]], [[107, 22], [107.1, 22.2]]]}",
                  "\"status\": \"suspected\", \"name\": \"\"")),
          "hotspots",
          List.of(
              feature(
                  "c1",
                  "{\"type\": \"Polygon\", \"coordinates\": [[[106, 21], [107, 21], [107, 22],"
                      + " [106, 22], [106, 21]], [[106.2, 21.2], [106.2, 21.4], [106.4, 21.4],"
                      + " [106.2, 21.2]]]}",
                  PROPERTIES + ", \"class\": -3"),
              feature(
                  "c2",
                  "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[108, 21], [108, 22], [109,"
                      + " 22], [108, 21]]]]}",
                  "\"class\": 0")),
          "key-segments",
          List.of(
              feature(
                  "1",
                  "{\"type\": \"LineString\", \"coordinates\": [[106.7, 21.9], [106.75, 22.0]]}",
                  PROPERTIES + ", \"load\": 10.5, \"rank\": 1"),
              feature(
                  "2",
                  "{\"type\": \"LineString\", \"coordinates\": [[106.75, 22.0], [106.8, 22.0]]}",
                  "\"load\": 1, \"rank\": 2")));

  @TempDir Path folder;

  private static String feature(String id, String geometry, String properties) {
    return "{\"type\": \"Feature\", \"id\": \"%s\", \"geometry\": %s, \"properties\": {%s}}"
        .formatted(id, geometry, properties);
  }

  private static String point(double lon, double lat) {
    return "{\"type\": \"Point\", \"coordinates\": [" + lon + ", " + lat + "]}";
  }

  private FeatureSpool spool(List<String> features, ExportCrs crs, List<Field> declared)
      throws IOException {
    FeatureSpool spool =
        new FeatureSpool(
            Files.createTempFile(folder, "features", ".spool"),
            crs,
            declared,
            Optional.empty(),
            Deadline.in(Duration.ofMinutes(1)));
    for (String feature : features) {
      spool.add(Json.tree(feature));
    }
    spool.seal();
    return spool;
  }

  private static ExportLayer layer(String name, FeatureSpool spool) {
    Provenance from =
        new Provenance(
            "Things",
            "Các thứ",
            Licence.ODBL,
            Map.of("bbox", "1,2,3,4"),
            Optional.empty(),
            Instant.parse("2026-11-26T06:00:00Z"),
            "1.2.3",
            spool.features(),
            spool.synthetic());
    return ExportLayer.of(name, from, spool, Optional.empty());
  }

  private Path write(ExportFormat format, String name, List<String> features, ExportCrs crs)
      throws IOException {
    Path file = folder.resolve(name + "." + format.extension());
    try (FeatureSpool spool = spool(features, crs, List.of())) {
      format.file().write(layer(name, spool), spool, file);
    }
    return file;
  }

  /** What the layer is called in a file of this format. */
  private static String layerName(ExportFormat format, String name) {
    if (format == ExportFormat.GPX) {
      return name.equals("detections") ? "waypoints" : "tracks";
    }
    return name;
  }

  static Stream<Arguments> formatsAndLayers() {
    return Stream.of(ExportFormat.values())
        .flatMap(format -> LAYERS.keySet().stream().map(layer -> Arguments.of(format, layer)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndLayers")
  void gdalReadsTheSameFeaturesOutOfEveryFormat(ExportFormat format, String name) throws Exception {
    List<String> given = LAYERS.get(name);
    Path file = write(format, name, given, ExportCrs.WGS_84);
    JsonNode read = Gdal.features(folder, file, layerName(format, name));
    assertThat(read).hasSize(given.size());
    assertThat(near(bounds(read), bounds(tree(given)))).isTrue();
    Map<String, JsonNode> byId = new HashMap<>();
    read.forEach(one -> byId.put(value(one, "id").asText(), one));
    for (String text : given) {
      JsonNode feature = Json.tree(text);
      JsonNode found = byId.get(feature.get("id").asText());
      assertThat(found).as(feature.get("id") + " in " + read).isNotNull();
      for (Map.Entry<String, JsonNode> property : feature.get("properties").properties()) {
        check(format, property.getKey(), property.getValue(), value(found, property.getKey()));
      }
    }
  }

  /** GDAL tells the id of GeoJSON as the id of the feature, that of other formats as a property. */
  private static JsonNode value(JsonNode feature, String name) {
    JsonNode properties = feature.get("properties");
    if (name.equals("id") && !properties.has("id")) {
      return feature.path("id");
    }
    if (properties.has(name)) {
      return properties.get(name);
    }
    return switch (name) {
      case "name" -> properties.path("Name");
      case "a_name_longer_than_ten" -> properties.path("a_name_lon");
      case "a_name_longer_than_two" -> properties.path("a_name_l_1");
      default -> properties.path(name);
    };
  }

  private static void check(ExportFormat format, String name, JsonNode given, JsonNode read) {
    if (given.isNull() || given.asText().isEmpty() && !given.isContainerNode()) {
      assertThat(read.isNull() || read.isMissingNode() || read.asText().isEmpty())
          .as(name + ": " + read)
          .isTrue();
    } else if (given.isBoolean()) {
      assertThat(read.asText()).as(name).isIn(given.asBoolean() ? YES : NO);
    } else if (given.isNumber()) {
      assertThat(Double.parseDouble(read.asText())).as(name).isEqualTo(given.doubleValue());
    } else if (name.equals("seen_at")) {
      assertThat(instant(read.asText())).isEqualTo(instant(given.asText()));
    } else if (name.equals("day")) {
      assertThat(read.asText().replace('/', '-')).isEqualTo(given.asText());
    } else if (given.isArray()) {
      String expected = format == ExportFormat.GEOJSON ? given.toString() : "debt;injury";
      String found = read.isTextual() ? read.asText() : read.toString();
      assertThat(found.replace(" ", "")).isEqualTo(expected);
    } else {
      assertThat(read.asText()).as(name).isEqualTo(given.asText());
    }
  }

  private static final List<String> YES = List.of("true", "1", "T");
  private static final List<String> NO = List.of("false", "0", "F");

  private static Instant instant(String text) {
    String iso = text.replace('/', '-').replace(' ', 'T').replaceFirst("\\+(\\d\\d)$", "+$1:00");
    return OffsetDateTime.parse(iso).toInstant();
  }

  private static List<JsonNode> tree(List<String> features) {
    return features.stream().map(Json::tree).toList();
  }

  private static Envelope bounds(Iterable<JsonNode> features) {
    Envelope bounds = new Envelope();
    for (JsonNode feature : features) {
      Geometry geometry = GeoJsonGeometry.read(feature.path("geometry"));
      if (geometry != null) {
        bounds.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    return bounds;
  }

  private static boolean near(Envelope a, Envelope b) {
    return Math.abs(a.getMinX() - b.getMinX()) < 1e-6
        && Math.abs(a.getMaxX() - b.getMaxX()) < 1e-6
        && Math.abs(a.getMinY() - b.getMinY()) < 1e-6
        && Math.abs(a.getMaxY() - b.getMaxY()) < 1e-6;
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void nothingAtAllIsAFileToo(ExportFormat format) throws Exception {
    Path file = write(format, "routes", List.of(), ExportCrs.WGS_84);
    String said = Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString());
    assertThat(said).doesNotContain("Feature Count: 2").doesNotContain("Feature Count: 3");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void geometriesOfSeveralKindsAndNoneComeAlong(ExportFormat format) throws Exception {
    List<String> given =
        List.of(
            LAYERS.get("detections").get(0),
            LAYERS.get("routes").get(0),
            LAYERS.get("hotspots").get(0),
            feature("none", "null", "\"name\": \"nowhere\""));
    Path file = write(format, "mixed", given, ExportCrs.WGS_84);
    String said = Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString());
    long features = 0;
    for (String line : said.split("\n")) {
      if (line.startsWith("Feature Count: ")) {
        features += Long.parseLong(line.substring("Feature Count: ".length()));
      }
    }
    // A handheld knows no feature without a place; GDAL counts the points of tracks once more.
    assertThat(features).isEqualTo(format == ExportFormat.GPX ? 3 + 11 : 4);
  }

  @Test
  void metresAreThoseOfProj() throws Exception {
    List<String> given = LAYERS.get("detections");
    Path degrees = write(ExportFormat.GEOJSON, "detections", given, ExportCrs.WGS_84);
    for (ExportCrs crs : List.of(ExportCrs.UTM_48N, ExportCrs.VN_2000)) {
      Path metres = write(ExportFormat.GPKG, "detections", given, crs);
      Envelope expected = new Envelope();
      String projected =
          Gdal.run(
              folder,
              "ogr2ogr",
              "-f",
              "CSV",
              "-lco",
              "GEOMETRY=AS_XY",
              "-t_srs",
              crs.code(),
              "/vsistdout/",
              degrees.toString());
      for (String line : projected.split("\n")) {
        if (line.matches("[0-9].*")) {
          String[] cells = line.split(",");
          expected.expandToInclude(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
        }
      }
      Envelope ours = bounds(Gdal.features(folder, metres, "detections"));
      assertThat(ours.getMinX()).isCloseTo(expected.getMinX(), within(1e-3));
      assertThat(ours.getMaxY()).isCloseTo(expected.getMaxY(), within(1e-3));
      assertThat(Gdal.run(folder, "ogrinfo", "-al", "-so", metres.toString()))
          .contains("ID[\"EPSG\"," + crs.epsg() + "]");
    }
  }

  @Test
  void everyFileSaysWhereItComesFromAndThatItIsSimulated() throws Exception {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = write(format, "detections", LAYERS.get("detections"), ExportCrs.WGS_84);
      String bytes =
          format == ExportFormat.SHP
              ? Gdal.run(folder, "unzip", "-p", file.toString(), "README.txt")
              : Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(bytes)
          .as(format.code())
          .contains("OpenStreetMap contributors, ODbL 1.0")
          .contains("PARTLY SYNTHETIC: 1 features are simulated")
          .contains("bbox=1,2,3,4");
    }
  }

  @Test
  void theGeoPackageHasAStyleForQgisAndAnIndex() throws Exception {
    for (String name : LAYERS.keySet()) {
      Path file = write(ExportFormat.GPKG, name, LAYERS.get(name), ExportCrs.WGS_84);
      String style =
          Gdal.run(
              folder,
              "ogrinfo",
              "-q",
              file.toString(),
              "-sql",
              "SELECT f_table_name, useAsDefault, styleQML, styleSLD FROM layer_styles");
      assertThat(style)
          .contains("f_table_name (String) = " + name)
          .contains("useAsDefault (Integer(Boolean)) = 1")
          .contains("<renderer-v2 type=\"RuleRenderer\"")
          .contains("<StyledLayerDescriptor");
      String found =
          Gdal.run(
              folder,
              "ogrinfo",
              "-q",
              file.toString(),
              "-sql",
              "SELECT count(*) AS n FROM \"rtree_%s_geom\"".formatted(name));
      assertThat(found).contains("= " + LAYERS.get(name).size());
    }
  }

  @Test
  void anIndexOfManyFeaturesFindsThoseInABox() throws Exception {
    List<String> grid = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      grid.add(feature("g" + i, point(100 + (i % 50) / 10.0, 10 + (i / 50) / 10.0), "\"n\": " + i));
    }
    for (ExportFormat format : List.of(ExportFormat.GPKG, ExportFormat.FGB)) {
      Path file = write(format, "grid", grid, ExportCrs.WGS_84);
      String said =
          Gdal.run(
              folder,
              "ogrinfo",
              "-so",
              file.toString(),
              "grid",
              "-spat",
              "101.95",
              "11.95",
              "102.45",
              "12.25");
      assertThat(said).contains("Feature Count: 15");
    }
  }

  @Test
  void declaredAttributesAreThereWithoutAnyFeature() throws Exception {
    try (FeatureSpool spool =
        spool(
            List.of(),
            ExportCrs.WGS_84,
            List.of(new Field("name", "string"), new Field("km", "number")))) {
      Path file = folder.resolve("empty.gpkg");
      ExportFormat.GPKG.file().write(layer("empty", spool), spool, file);
      assertThat(Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString()))
          .contains("name: String")
          .contains("km: Real")
          .contains("Feature Count: 0");
    }
  }

  @Test
  void aFormulaOfOthersIsNoFormulaInASpreadsheet() throws Exception {
    Path file =
        write(
            ExportFormat.CSV,
            "detections",
            List.of(feature("=1", point(1, 2), "\"name\": \"=HYPERLINK(1)\", \"n\": -5")),
            ExportCrs.WGS_84);
    ArrayNode rows = (ArrayNode) Gdal.features(folder, file, "detections");
    assertThat(rows.get(0).at("/properties/name").asText()).isEqualTo("'=HYPERLINK(1)");
    assertThat(rows.get(0).at("/properties/id").asText()).isEqualTo("'=1");
    assertThat(rows.get(0).at("/properties/n").asText()).isEqualTo("-5");
  }

  @Test
  void aTextTooLongForAShapefileIsCutBetweenLettersAndTold() throws Exception {
    String long300 = "Ệ".repeat(100);
    Path file =
        write(
            ExportFormat.SHP,
            "routes",
            List.of(feature("1", point(1, 2), "\"name\": \"" + long300 + "\"")),
            ExportCrs.WGS_84);
    JsonNode read = Gdal.features(folder, file, "routes");
    assertThat(read.get(0).at("/properties/name").asText()).isEqualTo("Ệ".repeat(84));
    assertThat(Gdal.run(folder, "unzip", "-p", file.toString(), "README.txt"))
        .contains("CUT: 1 values");
  }
}
