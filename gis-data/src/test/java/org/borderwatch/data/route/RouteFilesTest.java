package org.borderwatch.data.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteFilesTest {
  private final List<Refusal> refusals = new ArrayList<>();
  private int leftOut;

  private List<TraffickingRoute> routes(DetectionFormat format, String text) throws IOException {
    return routes(format, text.getBytes(UTF_8));
  }

  private List<TraffickingRoute> routes(DetectionFormat format, byte[] bytes) throws IOException {
    List<TraffickingRoute> routes = new ArrayList<>();
    try (RouteReader reader = RouteReader.open(new ByteArrayInputStream(bytes), format)) {
      for (RouteRow row = reader.next(); row != null; row = reader.next()) {
        leftOut += row.leftOut();
        TraffickingRoute route = RouteParser.ofFile(false).parse(row, refusals::add);
        if (route != null) {
          routes.add(route);
        }
      }
    }
    return routes;
  }

  @Test
  void aGpxRouteTakesANameOnlyBehindItsCode() throws IOException {
    List<TraffickingRoute> routes =
        routes(
            DetectionFormat.GPX,
            """
            <gpx xmlns="http://www.topografix.com/GPX/1/1">
            <trk><name>LS-07: Đồng Đăng – Bằng Tường</name><desc>Anh A đi</desc>
              <trkseg><trkpt lon="106.7" lat="21.9"><ele>300</ele></trkpt><trkpt lon="106.71" lat="21.95"/></trkseg>
              <trkseg><trkpt lon="106.72" lat="21.96"/><trkpt lon="106.73" lat="21.97"/></trkseg></trk>
            <rte><name>Nguyễn Văn A</name><rtept lon="106.7" lat="21.9"/><rtept lon="106.8" lat="21.9"/></rte>
            </gpx>
            """);
    assertThat(refusals).isEmpty();
    assertThat(routes).hasSize(2);
    assertThat(routes.get(0).code()).isEqualTo("LS-07");
    assertThat(routes.get(0).name()).isEqualTo("Đồng Đăng – Bằng Tường");
    assertThat(routes.get(0).lines()).hasSize(2);
    assertThat(routes.get(0).status()).isEqualTo(RouteStatus.SUSPECTED);
    assertThat(routes.get(1).code()).matches("R-[0-9A-F]{12}");
    assertThat(routes.get(1).name()).isEqualTo(routes.get(1).code());
    assertThat(leftOut).isEqualTo(2);
  }

  @Test
  void kmlBringsItsFieldsAndTheNameOfTheWay() throws IOException {
    String kml =
        """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
        <Placemark><name>Trạm</name><Point><coordinates>106.7,21.9</coordinates></Point></Placemark>
        <Placemark><name>Na Hình – Thụy Khẩu</name><description><![CDATA[anh B]]></description>
          <Style><LineStyle><color>ff0000ff</color></LineStyle></Style>
          <ExtendedData><Data name="code"><value>ls-08</value></Data>
            <SchemaData><SimpleData name="status">confirmed</SimpleData>
            <SimpleData name="transit">Na Hình; Thụy Hùng</SimpleData></SchemaData></ExtendedData>
          <MultiGeometry><LineString><coordinates>
            106.70,21.90,300 106.71,21.91
            106.72,21.93,0</coordinates></LineString>
            <LineString><coordinates>106.8,22.0 106.8,22.1</coordinates></LineString></MultiGeometry></Placemark>
        </Folder></Document></kml>
        """;
    List<TraffickingRoute> routes = routes(DetectionFormat.KML, kml);
    assertThat(refusals).isEmpty();
    TraffickingRoute route = routes.get(0);
    assertThat(routes).hasSize(1);
    assertThat(route.code()).isEqualTo("LS-08");
    assertThat(route.name()).isEqualTo("Na Hình – Thụy Khẩu");
    assertThat(route.status()).isEqualTo(RouteStatus.CONFIRMED);
    assertThat(route.transit()).containsExactly("Na Hình", "Thụy Hùng");
    assertThat(route.lines().get(0))
        .containsExactly(
            new LonLat(106.7, 21.9), new LonLat(106.71, 21.91), new LonLat(106.72, 21.93));
    assertThat(leftOut).isEqualTo(1);
    assertThat(routes(DetectionFormat.KML, kml)).isEqualTo(routes);
  }

  @Test
  void geoJsonComesBackAsItWasExported() throws IOException {
    List<TraffickingRoute> routes =
        routes(
            DetectionFormat.GEOJSON,
            """
            {"type":"FeatureCollection","attribution":"x","features":[
             {"type":"Feature","id":"1","geometry":{"type":"MultiLineString","coordinates":
               [[[106.7,21.9],[106.71,21.95,5]],[[106.8,21.9],[106.81,21.95]]]},
              "properties":{"code":"A-1","name":"Tân Thanh","status":"dormant","origin":null,"transit":["Đồng Đăng"],
               "evidence":["patrol","sensor"],"length_km":12.5,"recorded_by":"x","version":3,"synthetic":true}},
             {"type":"Feature","geometry":{"type":"Point","coordinates":[106.7,21.9]},"properties":{"code":"A-2"}},
             {"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.7,21.9],[106.7,21.9]]},
              "properties":{"code":"A-3"}},
             {"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.7,21.9],[106.7,21.8]]},
              "properties":{"code":"A-4","suspect":"ông C"}}]}
            """);
    assertThat(routes).hasSize(1);
    assertThat(routes.get(0).evidence())
        .containsExactlyInAnyOrder(EvidenceKind.PATROL, EvidenceKind.SENSOR);
    assertThat(routes.get(0).synthetic()).isFalse();
    assertThat(refusals.stream().map(Refusal::why))
        .containsExactly(
            RefusalReason.NOT_A_ROUTE, RefusalReason.NOT_A_ROUTE, RefusalReason.UNKNOWN_PROPERTY);
    assertThat(refusals.get(2).field()).isEqualTo("suspect");
    assertThat(refusals).noneMatch(refusal -> refusal.toString().contains("ông C"));
  }

  @Test
  void aShapefileWithoutItsPartsIsRefused() throws IOException {
    assertProblem(FileProblem.NOT_A_SHAPEFILE, zip("a.shp"));
    assertProblem(FileProblem.NOT_A_SHAPEFILE, zip("a.dbf", "a.prj"));
    assertProblem(FileProblem.NOT_A_SHAPEFILE, zip("a.shp", "b.shp"));
    assertProblem(FileProblem.NOT_A_SHAPEFILE, "no zip".getBytes(UTF_8));
  }

  private void assertProblem(FileProblem problem, byte[] bytes) {
    assertThatThrownBy(() -> routes(DetectionFormat.SHAPEFILE, bytes))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[200]);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GPX | <kml/> | NOT_GPX",
        "GPX | <gpx/> | NO_ROUTES",
        "GPX | <gpx><trk> | NOT_XML",
        "KML | <gpx/> | NOT_KML",
        "KML | <kml/> | NO_ROUTES",
        "KML | <!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml>&x;</kml> | DOCUMENT_TYPE",
        "GEOJSON | {} | NOT_A_COLLECTION",
      })
  void filesOfOtherKindsAreRefusedAsAWhole(
      DetectionFormat format, String text, FileProblem problem) {
    assertThatThrownBy(() -> routes(format, text))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257]]] | 4326",
        "PROJCS[\"WGS_1984_UTM_Zone_48N\",GEOGCS[\"GCS_WGS_1984\"]] | 32648",
        "PROJCS[\"VN_2000_UTM_Zone_48N\",GEOGCS[\"GCS_VN_2000\"]] | 3405",
        "PROJCS[\"VN-2000 / UTM zone 49N\",GEOGCS[\"VN-2000\"]] | 3406",
        "GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\"]] | 4756",
        "PROJCS[\"anything\",GEOGCS[\"x\",AUTHORITY[\"EPSG\",\"4326\"]],AUTHORITY[\"EPSG\",\"9210\"]] | 9210",
        "PROJCS[\"WGS_1984_Web_Mercator\",AUTHORITY[\"EPSG\",\"3857\"]] | 0",
        "PROJCS[\"Pulkovo_1942_UTM_Zone_48N\"] | 0",
        "PROJCS[\"NAD_1983_UTM_Zone_17N\"] | 0",
        "'' | 0",
      })
  void theProjectionIsKnownByItsCodeOrItsName(String prj, int epsg) {
    assertThat(PrjFile.epsg(prj).orElse(0)).isEqualTo(epsg);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đồng Đăng – Pò Chài",
        "VN-09",
        "Km 12, QL.4A (cũ)",
        "Ngã ba Bản Chang/Na Sầm → Pò Hèn"
      })
  void namesOfPlacesAreTaken(String text) {
    assertThat(PlaceText.isPlace(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0912 345 678",
        "anh A: 012345678901",
        "a@b.vn",
        "đi đêm; gặp ở chợ",
        "12",
        "x\ny",
        "\"Tám\"",
        ""
      })
  void whatNamesNoPlaceIsNot(String text) {
    assertThat(PlaceText.isPlace(text)).isFalse();
  }
}
