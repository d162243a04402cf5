package org.borderwatch.server.keyroute;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.TestStudy;

/** Small networks without any store, and the processes over them. */
final class TestNetwork {
  static final double CLOSED = Double.POSITIVE_INFINITY;

  private TestNetwork() {}

  /**
   * A road from (105, 21) by (105.01, 21) to (105.02, 21), and a trail over a hill in the north
   * from its start to its end: ids 11, 12 and 20. The first half of the road is a one-way street
   * for vehicles. A footway (30) 111 metres north of the start hangs together with nothing.
   */
  static RoadNetwork roadAndTrail() {
    return joined()
        .node(105, 21.001)
        .node(105.001, 21.001)
        .edge(
            30,
            new NetworkEdge(
                3,
                4,
                WayClass.FOOTWAY,
                null,
                null,
                null,
                new double[] {105, 21.001, 105.001, 21.001},
                new float[0],
                104,
                104,
                104,
                CLOSED,
                CLOSED,
                "way/4/0"))
        .build();
  }

  /** The same without the footway. */
  static RoadNetwork roadAndTrailAlone() {
    return joined().build();
  }

  private static RoadNetwork.Builder joined() {
    return new RoadNetwork.Builder("v1", true)
        .node(105, 21)
        .node(105.01, 21)
        .node(105.02, 21)
        .edge(11, road(0, 1, 105, 105.01, 10, CLOSED))
        .edge(12, road(1, 2, 105.01, 105.02, 20, 100))
        .edge(
            20,
            new NetworkEdge(
                0,
                2,
                WayClass.PATH,
                "Đường mòn",
                null,
                null,
                new double[] {105, 21, 105.01, 21.01, 105.02, 21},
                new float[] {10, 110, 30},
                3000,
                3600,
                3000,
                CLOSED,
                CLOSED,
                "way/3/0"));
  }

  private static NetworkEdge road(
      int from, int to, double fromLon, double toLon, float height, double driveBack) {
    return new NetworkEdge(
        from,
        to,
        WayClass.TERTIARY,
        "Đường số 4",
        "QL.4B",
        "asphalt",
        new double[] {fromLon, 21, toLon, 21},
        new float[] {height, height + 10},
        1000,
        1000,
        800,
        100,
        driveBack,
        "way/1/" + from);
  }

  /** Runs a process over a network; without one over nothing stored. */
  static JsonNode run(RoadNetwork network, String process, String inputs) throws Exception {
    return run(network, station -> Optional.empty(), process, inputs);
  }

  static JsonNode run(
      RoadNetwork network,
      Function<String, Optional<LonLat>> stations,
      String process,
      String inputs)
      throws Exception {
    NetworkSource source = synthetic -> network;
    AnalysisProcess one =
        ProcessCatalogue.of(TestStudy.empty().sources(), source, stations, Departures.NONE)
            .require(process);
    ProcessInputs read = new ProcessInputs(Json.tree(inputs), one.description().inputNames());
    ProcessResult result = one.prepare(read).run(Crew.of(2, Progress.UNWATCHED));
    return Json.tree(new String(result.forms().get(0).content(), StandardCharsets.UTF_8));
  }
}
