package org.borderwatch.server.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.study.TestStudy.inline;
import static org.borderwatch.server.study.TestStudy.points;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureTableTest {
  private static final String SUMMARY =
      """
      "summary": {"unit": "persons", "distance": "EPSG:32648", "synthetic": true,
        "period": {"from": "2024-01-01", "to": "2024-06-30"}}""";

  private static String text(String features) {
    String geoJson =
        "{\"type\": \"FeatureCollection\", \"features\": [" + features + "], " + SUMMARY + "}";
    return text(geoJson.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] geoJson) {
    return new String(FeatureTable.of(geoJson), StandardCharsets.UTF_8);
  }

  private static String feature(String id, String geometry, String properties) {
    return "{\"type\": \"Feature\", %s\"geometry\": %s, \"properties\": %s}"
        .formatted(id.isEmpty() ? "" : "\"id\": " + id + ", ", geometry, properties);
  }

  private static String point(String id, String properties) {
    return feature(id, "{\"type\": \"Point\", \"coordinates\": [105.5, 22.25]}", properties);
  }

  private static List<NamedCsvRecord> rows(byte[] geoJson) {
    return CsvReader.builder().ofNamedCsvRecord(text(geoJson).substring(1)).stream().toList();
  }

  private static String idOf(String id) {
    String[] lines = text(point(id, "{}")).split("\r\n");
    return lines[1].substring(0, lines[1].indexOf(",105.500000"));
  }

  @Test
  void aRowSaysWhereWhatOfWhenAndWhetherItIsSimulated() {
    String cell = "{\"value\": 1.5, \"p\": 1.0E-5, \"label\": \"Đồn, \\\"A\\\"\", \"none\": null}";
    assertThat(text(point("\"h-1-2\"", cell)))
        .isEqualTo(
            "\uFEFFid,lon,lat,value,p,label,none,unit,period_from,period_to,synthetic\r\n"
                + "h-1-2,105.500000,22.250000,1.5,1.0E-5,\"Đồn, \"\"A\"\"\",,persons,2024-01-01,2024-06-30,true\r\n");
  }

  @Test
  void listsAreJoinedAndSeriesLeftOut() {
    String cell =
        "{\"giz\": [-1.5, 0.0, null], \"members\": [\"a\", \"b\"], \"none\": [], \"series\": {\"d\": [1]}, \"n\": 3}";
    assertThat(text(point("1", cell)).lines().skip(1))
        .containsExactly(
            "1,105.500000,22.250000,-1.5;0.0;,a;b,,3,persons,2024-01-01,2024-06-30,true");
    assertThat(text(point("1", cell))).contains(",giz,members,none,n,unit,");
  }

  @Test
  void withoutAFeatureThereIsTheHeaderAlone() {
    assertThat(text("")).isEqualTo("\uFEFFid,lon,lat,unit,period_from,period_to,synthetic\r\n");
  }

  @Test
  void whatHasNoIdIsCalledByItsRow() {
    assertThat(
            text(point("", "{}") + "," + point("null", "{}") + "," + point("\"\"", "{}")).lines())
        .extracting(line -> line.split(",", 2)[0])
        .containsExactly("\uFEFFid", "1", "2", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"=HYPERLINK(1)\" | '=HYPERLINK(1)",
        "\"+1+1\"          | '+1+1",
        "\"@A1\"           | '@A1",
        "\"-1-1\"          | '-1-1",
        "\"=1,2\"          | `\"'=1,2\"`",
        "\"-12\"           | -12",
        "-12               | -12",
        "-1.5              | -1.5",
        "true              | true",
      })
  void anIdNeverRunsAsAFormulaAndNumbersStayNumbers(String id, String written) {
    assertThat(idOf(id)).isEqualTo(written);
  }

  @Test
  void textsInPropertiesAndListsNeverRunAsFormulas() {
    assertThat(text(point("1", "{\"label\": \"=1\", \"members\": [\"=2\", \"=3\"]}")))
        .contains(",'=1,'=2;=3,");
  }

  @Test
  void anAreaStandsAtItsCentroid() {
    String square =
        "{\"type\": \"Polygon\", \"coordinates\": [[[105, 22], [105.000003, 22], [105.000003, 22.2], [105, 22.2], [105, 22]]]}";
    assertThat(text(feature("1", square, "{}"))).contains("1,105.000002,22.100000,");
  }

  @Test
  void metresOfAPlaneAreNotCalledDegrees() throws Exception {
    String six = points("v", 10, 10, 2, 20, 10, 3, 40, 10, 3.2, 15, 20, 5, 30, 20, 8, 30, 30, 7);
    JsonNode plane =
        inline(
            "hotspots",
            "{\"features\": %s, \"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"v\"}"
                .formatted(six));
    assertThat(text(Json.bytes(plane))).startsWith("\uFEFFid,x,y,value,");
    String utm = "{\"type\": \"Point\", \"coordinates\": [500000, 2400000]}";
    assertThat(text(feature("1", utm, "{}"))).startsWith("\uFEFFid,x,y,unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hotspots          | \"series\": \"P1M\" | giz",
        "emerging-hotspots | \"step\": \"P1M\"   | trend_z",
        "space-time-scan   | \"step\": \"P1M\"   | llr",
      })
  void everyFeatureOfAStudyIsARowWithItsNumbers(String process, String more, String number)
      throws Exception {
    StudySources sources =
        TestStudy.empty()
            .seen(TestStudy.inside(1150, 1000), "2024-01-05T18:00:00Z", 1, 2, Source.PATROL)
            .seen(TestStudy.inside(1150, 1000), "2024-03-05T18:00:00Z", 30, 2, Source.PATROL)
            .seen(TestStudy.inside(1160, 1000), "2024-05-05T18:00:00Z", 5, 2, Source.PATROL)
            .sources();
    byte[] geoJson =
        TestStudy.result(
                sources,
                process,
                "{\"filter\": {\"datetime\": \"2024-01-01/2024-06-30\"}, %s}".formatted(more))
            .forms()
            .get(0)
            .content();
    JsonNode features = Json.tree(geoJson).path("features");
    List<NamedCsvRecord> rows = rows(geoJson);
    assertThat(rows).hasSameSizeAs(features).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode properties = features.get(i).path("properties");
      NamedCsvRecord row = rows.get(i);
      assertThat(row.getField(number)).isEqualTo(properties.path(number).asText());
      assertThat(row.getField("unit")).isEqualTo("detections");
      assertThat(row.getField("period_from")).isEqualTo("2024-01-01");
      assertThat(row.getField("period_to")).isEqualTo("2024-06-30");
      assertThat(row.getField("synthetic")).isEqualTo("true");
      assertThat(row.findField("series")).isEmpty();
      JsonNode id = features.get(i).path("id");
      assertThat(row.getField("id")).isEqualTo(id.asText(Integer.toString(i + 1)));
    }
  }
}
