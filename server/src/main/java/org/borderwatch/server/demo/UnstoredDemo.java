package org.borderwatch.server.demo;

import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.data.scenario.DemoNetwork;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.UnstoredDetections;
import org.borderwatch.server.effort.EffortRows;
import org.borderwatch.server.effort.EffortView;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.StationStretch;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.study.StudySources;

/** What a scenario holds, for analyses, without any store: to measure them against its truth. */
public final class UnstoredDemo {
  private UnstoredDemo() {}

  /** Detections, effort and stations of {@code scenario}; made in some seconds. */
  public static StudySources of(Scenario scenario, ReferenceLayers layers) {
    DetectionView view =
        UnstoredDetections.view("scenario", scenario.detections(), true, layers.locator());
    EffortRows rows = new EffortRows();
    scenario.patrolTracks().forEachRemaining(track -> add(rows, track));
    scenario.sensorWatches().forEach(watch -> add(rows, watch));
    EffortView effort = rows.view("scenario", layers.locator());
    List<StationStretch> stretches =
        scenario.stations().stream()
            .map(one -> new StationStretch(one.code(), one.stretch()))
            .toList();
    return new StudySources(() -> view, () -> effort, layers, () -> stretches);
  }

  /** Roads and trails of the demo; the id of an edge is its number in {@code network}. */
  public static RoadNetwork network(DemoNetwork network) {
    RoadNetwork.Builder builder = new RoadNetwork.Builder("scenario", true);
    network.nodes().forEach(node -> builder.node(node.lon(), node.lat()));
    for (int i = 0; i < network.edges().size(); i++) {
      builder.edge(i, network.edges().get(i));
    }
    return builder.build();
  }

  private static void add(EffortRows rows, PatrolTrack track) {
    rows.track(track.station(), true);
    for (List<Fix> leg : track.legs()) {
      rows.leg(
          leg.stream().mapToDouble(Fix::lon).toArray(),
          leg.stream().mapToDouble(Fix::lat).toArray(),
          leg.stream().mapToLong(Fix::second).toArray());
    }
  }

  private static void add(EffortRows rows, SensorWatch watch) {
    rows.watch(
        watch.station(),
        true,
        new LonLat(watch.lon(), watch.lat()),
        watch.radiusMetres(),
        watch.from().getEpochSecond(),
        watch.until().getEpochSecond());
  }
}
