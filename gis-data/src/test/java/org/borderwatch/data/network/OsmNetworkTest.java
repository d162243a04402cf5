package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.network.NetworkFeature.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsmNetworkTest {
  @TempDir private Path folder;

  private int files;

  /** Nodes 1 to 9 in a row, a hundredth of a degree apart. */
  private static OsmText row() {
    OsmText osm = new OsmText();
    for (int i = 1; i <= 9; i++) {
      osm.node(i, 106.7 + i / 100.0, 21.9);
    }
    return osm;
  }

  private ReadNetwork read(OsmText osm) throws IOException {
    return read(NetworkOptions.PLAIN, osm);
  }

  private ReadNetwork read(NetworkOptions options, OsmText... osm) throws IOException {
    Path[] paths = new Path[osm.length];
    for (int i = 0; i < osm.length; i++) {
      paths[i] = osm[i].writeXml(folder.resolve(files++ + ".osm"));
    }
    return ReadNetwork.of(options, paths);
  }

  private static List<String> cut(ReadNetwork network) {
    return network.edges.stream()
        .map(edge -> edge.sourceRef() + " " + edge.from() + ">" + edge.to())
        .toList();
  }

  @Test
  void aWayIsOneEdgeBetweenItsEnds() throws IOException {
    ReadNetwork network =
        read(row().way(5, "1 2 3", "highway=track", "name=Đường mòn", "ref=T1", "surface=dirt"));
    NetworkEdge edge = network.edges.get(0);
    assertThat(network.edges).hasSize(1);
    assertThat(network.nodes).hasSize(2);
    assertThat(edge.wayClass()).isEqualTo(WayClass.TRACK);
    assertThat(edge.name()).isEqualTo("Đường mòn");
    assertThat(edge.ref()).isEqualTo("T1");
    assertThat(edge.surface()).isEqualTo("dirt");
    assertThat(edge.sourceRef()).isEqualTo("way/5/0");
    assertThat(edge.lonLat()).containsExactly(106.71, 21.9, 106.72, 21.9, 106.73, 21.9);
    assertThat(edge.heightsMetres()).isEmpty();
    assertThat(edge.lengthMetres()).isCloseTo(2 * 1033.2, within(1.0));
    assertThat(network.report.found()).isEqualTo(new NetworkReport.Found(9, 1, 1));
    assertThat(network.report.wayNodes()).isEqualTo(3);
    assertThat(network.report.km()).isCloseTo(edge.lengthMetres() / 1000, within(1e-12));
    assertThat(network.report.leftOut()).isEmpty();
  }

  @Test
  void waysAreCutWhereTheyMeetAndNowhereElse() throws IOException {
    ReadNetwork network =
        read(
            row()
                .way(1, "1 2 3 4 5", "highway=primary")
                .way(2, "6 3 7", "highway=path")
                .way(3, "8 4", "power=line"));
    assertThat(cut(network))
        .containsExactly("way/1/0 0>1", "way/1/1 1>2", "way/2/0 3>1", "way/2/1 1>4");
    assertThat(network.report.nodes()).isEqualTo(5);
    assertThat(network.report.classes().get(WayClass.PRIMARY).edges()).isEqualTo(2);
    assertThat(network.report.classes().get(WayClass.PATH).ways()).isEqualTo(1);
  }

  @Test
  void parallelEdgesAndLoopsAreKept() throws IOException {
    ReadNetwork network =
        read(
            row()
                .way(1, "1 2 3", "highway=path")
                .way(2, "1 4 3", "highway=path")
                .way(3, "1 2 3", "highway=path")
                .way(4, "5 6 7 5", "highway=track")
                .way(5, "8 9 8", "highway=steps"));
    assertThat(cut(network))
        .containsExactly(
            "way/1/0 0>1",
            "way/1/1 1>2",
            "way/2/0 0>2",
            "way/3/0 0>1",
            "way/3/1 1>2",
            "way/4/0 3>3",
            "way/5/0 4>4");
  }

  @Test
  void aWayThatCrossesItselfIsCutThere() throws IOException {
    assertThat(cut(read(row().way(1, "1 2 3 4 2 5", "highway=path"))))
        .containsExactly("way/1/0 0>1", "way/1/1 1>1", "way/1/2 1>2");
  }

  @Test
  void aRoundaboutIsOneWayAndCutWhereRoadsLeaveIt() throws IOException {
    ReadNetwork network =
        read(
            row()
                .way(1, "1 2 3 4 1", "highway=tertiary", "junction=roundabout")
                .way(2, "2 5", "highway=tertiary")
                .way(3, "4 6", "highway=tertiary"));
    assertThat(network.shownEdges().stream().map(text -> text.split(" ")[2] + text.split(" ")[3]))
        .containsExactly("0>1wWd-", "1>2wWd-", "2>0wWd-", "1>3wWdD", "2>4wWdD");
  }

  @Test
  void whatIsLeftOutIsInTheReportWithItsReason() throws IOException {
    ReadNetwork network =
        read(
            row()
                .node(20, 106.9, 21.8, "place=village", "name=Bản Ngoài")
                .node(21, 106.9, 21.7, "place=locality")
                .node(22, 106.9, 21.6, "barrier=gate")
                .way(1, "1 2", "highway=path")
                .way(2, "2 3", "highway=construction")
                .way(3, "2 3", "highway=construction")
                .way(4, "2 3 4 2", "highway=pedestrian", "area=yes")
                .way(5, "3", "highway=path")
                .way(6, "3 3", "highway=path")
                .way(7, "88 89", "highway=path")
                .way(8, "3 4 88 5 6 89", "highway=path")
                .way(9, "6 7", "waterway=ditch")
                .way(10, "6 7", "waterway=river", "name=Kỳ Cùng")
                .way(11, "7 8", "barrier=fence")
                .way(12, "7 8", "building=yes"));
    assertThat(network.leftOut())
        .containsExactly(
            "not_travelled highway=construction 2",
            "area highway=pedestrian 1",
            "too_short highway=path 2",
            "nodes_missing highway=path 1",
            "nodes_missing_in_part highway=path 1",
            "other_water waterway=ditch 1",
            "no_settlement place=locality 1",
            "barrier_off_ways barrier=gate 1");
    assertThat(network.report.leftOut().get(0).examples()).containsExactly("way/2", "way/3");
    assertThat(cut(network)).containsExactly("way/1/0 0>1", "way/8/0 2>3", "way/8/1 4>5");
    NetworkReport.ClassCount path = network.report.classes().get(WayClass.PATH);
    assertThat(path.found()).isEqualTo(5);
    assertThat(path.ways()).isEqualTo(2);
    assertThat(network.report.features())
        .isEqualTo(Map.of(Kind.RIVER, 1, Kind.BARRIER, 1, Kind.SETTLEMENT, 1));
    assertThat(network.features)
        .extracting(NetworkFeature::sourceRef, NetworkFeature::type, NetworkFeature::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("way/10", "river", "Kỳ Cùng"),
            org.assertj.core.groups.Tuple.tuple("way/11", "fence", null),
            org.assertj.core.groups.Tuple.tuple("node/20", "village", "Bản Ngoài"));
  }

  @Test
  void everyWayOfAClassIsTakenOrAccountedFor() throws IOException {
    ReadNetwork network = read(random(new Random(7), 300, 120, false));
    network
        .report
        .classes()
        .forEach(
            (wayClass, count) -> {
              long lost =
                  network.report.leftOut().stream()
                      .filter(one -> one.what().equals("highway=" + wayClass.code()))
                      .filter(one -> one.why() != LeftOut.Reason.NODES_MISSING_IN_PART)
                      .mapToLong(LeftOut::count)
                      .sum();
              assertThat(count.found()).as(wayClass.code()).isEqualTo(count.ways() + lost);
            });
  }

  @Test
  void noVehiclePassesABollardAndEverybodyWalks() throws IOException {
    ReadNetwork network =
        read(
            row()
                .node(10, 106.8, 22.0, "barrier=bollard")
                .node(11, 106.8, 22.1, "barrier=gate")
                .node(12, 106.8, 22.2, "barrier=gate", "locked=yes")
                .node(13, 106.8, 22.3, "barrier=border_control")
                .node(14, 106.8, 22.4, "barrier=bollard", "motor_vehicle=yes")
                .node(15, 106.8, 22.5, "barrier=gate", "foot=no")
                .way(1, "1 10 2", "highway=residential")
                .way(2, "2 11 3", "highway=residential")
                .way(3, "3 12 4", "highway=residential")
                .way(4, "4 13 5", "highway=residential")
                .way(5, "5 14 6", "highway=residential")
                .way(6, "6 15 7", "highway=residential"));
    assertThat(network.edges)
        .extracting(ReadNetwork::passage)
        .containsExactly("wW--", "wWdD", "wW--", "wWdD", "wWdD", "--dD");
    assertThat(network.report.features()).containsEntry(Kind.BARRIER, 6);
    assertThat(network.features.get(0).lonLat()).containsExactly(106.8, 22.0);
  }

  @Test
  void whereTwoEdgesMeetAtABarrierOnlyTheHigherStaysOpen() throws IOException {
    ReadNetwork network =
        read(
            row()
                .node(10, 106.8, 22.0, "barrier=bollard")
                .node(11, 106.8, 22.1, "barrier=bollard")
                .way(1, "1 10", "highway=track")
                .way(2, "10 2", "highway=tertiary")
                .way(3, "3 11", "highway=track")
                .way(4, "11 4", "highway=track"));
    assertThat(network.edges)
        .extracting(ReadNetwork::passage)
        .containsExactly("wW--", "wWdD", "wWdD", "wW--");
    assertThat(network.nodes.get(1).barrier()).isEqualTo("bollard");
    assertThat(network.nodes.get(0).barrier()).isNull();
  }

  @Test
  void aBarrierAtACrossingDoesNotBreakTheMainRoad() throws IOException {
    ReadNetwork network =
        read(
            row()
                .node(10, 106.8, 22.0, "barrier=bollard")
                .way(1, "1 10 2", "highway=tertiary")
                .way(2, "10 3", "highway=track")
                .way(3, "10 4", "highway=footway"));
    assertThat(network.edges)
        .extracting(ReadNetwork::passage)
        .containsExactly("wWdD", "wWdD", "wW--", "wW--");
  }

  @Test
  void theSameComesOfEveryFormAndEqualsThePlainCut() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 25; round++) {
      OsmText osm = random(random, 5 + random.nextInt(150), 1 + random.nextInt(60), round % 3 == 0);
      List<String> xml = read(osm).shownEdges();
      assertThat(shown(osm.writePbf(folder.resolve("dense.osm.pbf"), true))).isEqualTo(xml);
      assertThat(shown(osm.writePbf(folder.resolve("plain.osm.pbf"), false))).isEqualTo(xml);
      assertThat(shown(osm.writeGzip(folder.resolve("packed.osm.gz")))).isEqualTo(xml);
      assertThat(xml.stream().map(OsmNetworkTest::line))
          .as("round " + round)
          .isEqualTo(
              PlainNetwork.edges(lastWays, lastNodes).stream()
                  .map(ids -> ids.stream().map(OsmNetworkTest::place).toList())
                  .toList());
    }
  }

  private List<String> shown(Path file) throws IOException {
    return ReadNetwork.of(NetworkOptions.PLAIN, file).shownEdges();
  }

  private static List<String> line(String shown) {
    List<String> words = Arrays.asList(shown.split(" ")).subList(4, shown.split(" ").length);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      places.add(words.get(i) + " " + words.get(i + 1));
    }
    return places;
  }

  /** Where random nodes lie: told by their id, so that no two are at one place. */
  private static String place(long id) {
    return 1_060_000_000L + id + " " + (210_000_000L + 3 * id);
  }

  private List<long[]> lastWays = new ArrayList<>();
  private Set<Long> lastNodes = new HashSet<>();

  /** A tangle: refs at random, some of which aren't there; ids in order or not. */
  private OsmText random(Random random, int nodes, int ways, boolean shuffled) {
    OsmText osm = new OsmText();
    lastWays = new ArrayList<>();
    lastNodes = new HashSet<>();
    List<Long> ids = new ArrayList<>();
    long id = -40;
    for (int i = 0; i < nodes; i++) {
      id += 1 + random.nextInt(90);
      ids.add(id);
    }
    if (shuffled) {
      java.util.Collections.shuffle(ids, random);
    }
    for (long one : ids) {
      lastNodes.add(one);
      osm.node(one, (1_060_000_000L + one) / 1e7, (210_000_000L + 3 * one) / 1e7);
    }
    WayClass[] classes = WayClass.values();
    for (int i = 0; i <= ways; i++) {
      int count = i == 0 ? 2 : 1 + random.nextInt(9);
      long[] refs = new long[count];
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < count; j++) {
        refs[j] =
            i == 0 || random.nextInt(12) > 0
                ? ids.get((i + j + random.nextInt(3)) % nodes)
                : 9_999_999;
        text.append(j == 0 ? "" : " ").append(refs[j]);
      }
      if (i == 0) {
        refs = new long[] {ids.get(0), ids.get(1)};
        text = new StringBuilder(refs[0] + " " + refs[1]);
      }
      lastWays.add(refs);
      osm.way(
          1000 + i, text.toString(), "highway=" + classes[random.nextInt(classes.length)].code());
    }
    return osm;
  }

  @Test
  void filesOfNeighboursJoinAndWhatStandsTwiceIsTakenOnce() throws IOException {
    OsmText west =
        new OsmText()
            .node(1, 106.0, 22)
            .node(2, 106.1, 22)
            .node(3, 106.2, 22, "place=town")
            .way(1, "1 2", "highway=trunk")
            .way(2, "2 3", "highway=trunk");
    OsmText east =
        new OsmText()
            .node(2, 106.1, 22)
            .node(3, 106.2, 22, "place=town")
            .node(4, 106.3, 22)
            .way(2, "2 3", "highway=trunk")
            .way(3, "3 4", "highway=trunk");
    ReadNetwork network = read(NetworkOptions.PLAIN, west, east);
    assertThat(cut(network)).containsExactly("way/1/0 0>1", "way/2/0 1>2", "way/3/0 2>3");
    assertThat(network.leftOut()).containsExactly("repeated node 2", "repeated highway=trunk 1");
    assertThat(network.features).hasSize(1);
  }

  @Test
  void anEdgeThatTouchesTheClipIsTakenWholeAndNoOther() throws IOException {
    NetworkClip clip = (lon, lat) -> (Math.abs(lon - 106.755) - 0.001) * 103_000;
    ReadNetwork network =
        read(
            NetworkOptions.PLAIN.withClip(clip),
            row()
                .way(1, "1 2 3", "highway=path")
                .way(2, "3 4 5 6 7 8", "highway=path")
                .way(3, "4 9", "highway=track")
                .way(4, "7 9", "waterway=stream")
                .way(5, "5 6", "waterway=stream"));
    assertThat(network.edges)
        .extracting(NetworkEdge::sourceRef)
        .containsExactly("way/2/1", "way/3/0");
    assertThat(network.nodes).hasSize(3);
    assertThat(network.features).extracting(NetworkFeature::sourceRef).containsExactly("way/5");
    assertThat(network.leftOut())
        .containsExactly(
            "outside highway=path 1",
            "outside waterway=stream 1",
            "outside_in_part highway=path 1");
    assertThat(network.report.edges()).isEqualTo(2);
  }

  @Test
  void heightsComeFromTheGrid() throws IOException {
    ElevationGrid east = (lon, lat) -> (float) ((lon - 106.7) * 10_000);
    ReadNetwork network =
        read(NetworkOptions.PLAIN.withElevation(east), row().way(1, "1 2", "highway=path"));
    NetworkEdge edge = network.edges.get(0);
    assertThat(network.nodes.get(0).heightMetres()).isCloseTo(100, within(0.1f));
    assertThat(edge.heightsMetres()[1]).isCloseTo(200, within(0.1f));
    assertThat(edge.walkSeconds()).isGreaterThan(edge.walkSecondsBack());
  }

  @Test
  void whatIsDeletedInAnEditorIsLeftOut() throws IOException {
    Path file = folder.resolve("josm.osm");
    Files.writeString(
        file,
        """
        \ufeff<osm version="0.6" generator="JOSM">
        <bounds minlat="21" minlon="106" maxlat="22" maxlon="107"/>
        <node id="-1" lat="21.5" lon="106.5"/><node id="-2" lat="21.6" lon="106.5"/>
        <node id="-3" lat="91.6" lon="106.5"/><node id="4" action="delete" lat="21.6" lon="106.5"/>
        <way id="-9"><nd ref="-1"/><nd ref="-2"/><tag k="highway" v="path"/></way>
        <way id="10" visible="false"><nd ref="-1"/><nd ref="-2"/><tag k="highway" v="path"/></way>
        </osm>
        """);
    ReadNetwork network = ReadNetwork.of(NetworkOptions.PLAIN, file);
    assertThat(cut(network)).containsExactly("way/-9/0 0>1");
    assertThat(network.leftOut())
        .containsExactly("deleted node 1", "deleted way 1", "no_place node 1");
  }

  @Test
  void readingCanBeWatchedAndStopped() throws IOException {
    Path file = random(new Random(3), 400, 300, false).writePbf(folder.resolve("a.osm.pbf"), true);
    List<Double> shares = new ArrayList<>();
    NetworkFile.read(
        file, NetworkOptions.PLAIN.watchedBy(shares::add, () -> false), new ReadNetwork());
    assertThat(shares).isSorted().last().isEqualTo(1.0);
    assertThatThrownBy(
            () ->
                NetworkFile.read(
                    file,
                    NetworkOptions.PLAIN.watchedBy(share -> {}, () -> true),
                    new ReadNetwork()))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aBrokenFileIsRefusedWhereverItBreaks() throws IOException {
    byte[] whole = row().way(1, "1 2", "highway=path").pbf(true);
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      byte[] broken =
          Arrays.copyOf(whole, round < 50 ? 20 + random.nextInt(whole.length - 20) : whole.length);
      for (int i = 0; round >= 50 && i < 3; i++) {
        broken[20 + random.nextInt(broken.length - 20)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("broken.osm.pbf"), broken);
      try {
        ReadNetwork.of(NetworkOptions.PLAIN, file);
      } catch (UnreadableFileException refused) {
        assertThat(refused.reasonVi()).isNotBlank();
      }
    }
  }

  @Test
  void aFileCutShortIsSaidToBeBroken() throws IOException {
    byte[] whole = row().way(1, "1 2", "highway=path").pbf(true);
    Path file = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length - 9));
    assertRefused(file, FileProblem.BROKEN_PBF);
  }

  @Test
  void aPackedFileCutShortIsSaidToBeBroken() throws IOException {
    byte[] xml =
        Files.readAllBytes(row().way(1, "1 2", "highway=path").writeGzip(folder.resolve("x")));
    Path file = Files.write(folder.resolve("cut.osm.gz"), Arrays.copyOf(xml, xml.length - 20));
    assertThatThrownBy(() -> ReadNetwork.of(NetworkOptions.PLAIN, file))
        .isInstanceOf(UnreadableFileException.class);
    java.io.ByteArrayOutputStream json = new java.io.ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(json)) {
      out.write(
          "{\"type\":\"FeatureCollection\",\"features\":[]}"
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    assertRefused(
        Files.write(
            folder.resolve("cut.json.gz"), Arrays.copyOf(json.toByteArray(), json.size() - 12)),
        FileProblem.BROKEN_PACKING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMPTY|",
        "NO_NETWORK_FORMAT|lon,lat\n1,2",
        "NOT_OSM|<gpx version='1.1'/>",
        "NOT_OSM|<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><osm>&x;</osm>",
        "BROKEN_OSM|<osm><node id='1' lat='1' lon='1'>",
        "BROKEN_OSM|<osm><node id='x' lat='1' lon='1'/></osm>",
        "NO_WAYS|<osm version='0.6'/>",
        "COMPRESSED|BZh91AY",
        "NOT_A_COLLECTION|{}",
        "NO_WAYS|{\"type\":\"FeatureCollection\",\"features\":[]}",
      })
  void whatIsNoNetworkIsRefused(String problemAndText) throws IOException {
    String[] parts = problemAndText.split("\\|", 2);
    Path file = Files.writeString(folder.resolve("some"), parts[1]);
    assertRefused(file, FileProblem.valueOf(parts[0]));
  }

  @Test
  void whatAFileNeedsAndWeDoNotKnowIsNamed() throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    OsmText.block(
        "OSMHeader",
        crosby.binary.Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("HistoricalInformation")
            .build()
            .toByteString(),
        true,
        new java.io.DataOutputStream(bytes));
    Path file = Files.write(folder.resolve("history.osh.pbf"), bytes.toByteArray());
    assertThatThrownBy(() -> ReadNetwork.of(NetworkOptions.PLAIN, file))
        .hasMessageContaining("HistoricalInformation");
  }

  private static void assertRefused(Path file, FileProblem problem) {
    assertThatThrownBy(() -> ReadNetwork.of(NetworkOptions.PLAIN, file))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void theReportIsADocument() throws IOException {
    ReadNetwork network =
        read(row().way(1, "1 2", "highway=path", "access=no").way(2, "2 3", "highway=raceway"));
    assertThat(network.report.json().toString())
        .startsWith(
            "{\"found\":{\"nodes\":9,\"ways\":2,\"relations\":1},\"nodes\":2,\"edges\":1,\"km\":1.033,"
                + "\"way_nodes\":2,\"classes\":{\"path\":{\"found\":1,\"ways\":1,\"edges\":1,\"km\":1.033,"
                + "\"closed_km\":1.033}},\"features\":{},\"left_out\":[{\"reason\":\"not_travelled\","
                + "\"what\":\"highway=raceway\",\"counted\":\"ways\",\"count\":1,");
  }
}
