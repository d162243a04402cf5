package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoJsonNetworkTest {
  @TempDir private Path folder;

  private int files;

  private Path write(String... features) throws IOException {
    return Files.writeString(
        folder.resolve(files++ + ".geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private ReadNetwork read(String... features) throws IOException {
    return ReadNetwork.of(NetworkOptions.PLAIN, write(features));
  }

  private static String feature(String id, String type, String coordinates, String properties) {
    return "{\"type\":\"Feature\",%s\"geometry\":{\"type\":\"%s\",\"coordinates\":%s},\"properties\":{%s}}"
        .formatted(id.isEmpty() ? "" : "\"id\":" + id + ",", type, coordinates, properties)
        .replace('\'', '"');
  }

  private static String line(String coordinates, String properties) {
    return feature("", "LineString", coordinates, properties);
  }

  private static List<String> cut(ReadNetwork network) {
    return network.edges.stream()
        .map(
            edge ->
                edge.sourceRef()
                    + " "
                    + edge.wayClass().code()
                    + " "
                    + edge.from()
                    + ">"
                    + edge.to())
        .toList();
  }

  @Test
  void linesMeetWhereTheirVerticesCoincide() throws IOException {
    ReadNetwork network =
        read(
            line(
                "[[106,22],[106.1,22,35.5],[106.2,22]]",
                "'class':'path','name':'Đường mòn','oneway':true"),
            line(
                "[[106.1,21.9],[106.10000000004,22.00000000004]]",
                "'highway':'primary','oneway':true,'lanes':2"));
    assertThat(cut(network))
        .containsExactly("feature/1/0 path 0>1", "feature/1/1 path 1>2", "feature/2/0 primary 3>1");
    assertThat(network.edges.get(0).name()).isEqualTo("Đường mòn");
    assertThat(ReadNetwork.passage(network.edges.get(2))).isEqualTo("wWd-");
    assertThat(network.report.found()).isEqualTo(new NetworkReport.Found(0, 2, 0));
  }

  @Test
  void partsOfOneLineAreOneWay() throws IOException {
    ReadNetwork network =
        read(
            feature(
                "'a-1'",
                "MultiLineString",
                "[[[106,22],[106.1,22]],[[106.3,22],[106.4,22]]]",
                "'class':'track'"));
    assertThat(cut(network)).containsExactly("feature/a-1/0 track 0>1", "feature/a-1/1 track 2>3");
    assertThat(network.report.classes().get(WayClass.TRACK).ways()).isEqualTo(1);
    assertThat(network.report.leftOut()).isEmpty();
  }

  @Test
  void aLayerWithoutClassesIsOfRoadsOfUnknownKind() throws IOException {
    ReadNetwork network =
        read(line("[[106,22],[106.1,22]]", ""), line("[[106.1,22],[106.2,22]]", "'x':{'y':[1]}"));
    assertThat(cut(network)).containsExactly("feature/1/0 road 0>1", "feature/2/0 road 1>2");
    assertThat(network.report.classes().get(WayClass.ROAD).found()).isEqualTo(2);
  }

  @Test
  void whatIsNoWayIsLeftOutWithItsReason() throws IOException {
    ReadNetwork network =
        read(
            line("[[106,22],[106.1,22]]", "'highway':'path'"),
            line("[[106,22],[106.1,22]]", "'power':'line'"),
            line("[[106,22],[106.1,22]]", "'class':'moat'"),
            line("[[106,22],[106.1,22]]", "'waterway':'river','name':'Bắc Luân'"),
            line("[[106,22],[206.1,22]]", "'class':'path'"),
            line("[[106,22]]", "'class':'path'"),
            line("[106,22]", "'class':'path'"),
            feature(
                "7", "Polygon", "[[[106,22],[106.1,22],[106,22.1],[106,22]]]", "'highway':'path'"),
            feature("8", "Point", "[106,22]", "'place':'village','name':'Tân Thanh'"),
            feature("9", "Point", "[106.05,22]", "'barrier':'gate'"),
            feature("10", "Point", "[106,22]", "'barrier':'gate'"),
            feature("11", "Point", "[106,22]", "'shop':'yes'"));
    assertThat(cut(network)).containsExactly("feature/1/0 path 0>1");
    assertThat(network.leftOut())
        .containsExactly(
            "not_travelled highway=moat 1",
            "too_short highway=path 1",
            "barrier_off_ways barrier=gate 1",
            "no_place LineString 2",
            "other_geometry Polygon 1",
            "unknown_feature Point 1",
            "unknown_feature line 1");
    assertThat(network.features)
        .extracting(NetworkFeature::sourceRef)
        .containsExactly("feature/4", "feature/8", "feature/10");
    assertThat(network.nodes.get(0).barrier()).isEqualTo("gate");
  }

  @Test
  void linesOfSeveralFilesMeetAndNumbersGoOnAfterOpenStreetMap() throws IOException {
    Path osm =
        new OsmText()
            .node(1, 106, 22)
            .node(2, 106.1, 22)
            .way(1, "1 2", "highway=primary")
            .writeXml(folder.resolve("a.osm"));
    ReadNetwork network =
        ReadNetwork.of(
            NetworkOptions.PLAIN,
            write(line("[[106,22],[106.1,22]]", "'class':'path'")),
            osm,
            write(line("[[106.1,22],[106.2,22]]", "")));
    assertThat(cut(network))
        .containsExactly("way/1/0 primary 0>1", "feature/1/0 path 2>3", "feature/1/0 road 3>4");
    assertThat(network.report.nodes()).isEqualTo(5);
  }

  @Test
  void anotherCoordinateSystemIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("utm.geojson"),
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:32648\"}},\"features\":[]}");
    assertThatThrownBy(() -> ReadNetwork.of(NetworkOptions.PLAIN, file))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.OTHER_CRS));
  }
}
