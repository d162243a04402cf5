package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.detection.UnstoredDetections;
import org.borderwatch.server.effort.EffortRows;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.StationStretch;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;

/** Detections and effort made for a test, and the analyses over them, without any store. */
public final class TestStudy {
  /** Reading them takes a second. */
  public static final ReferenceLayers LAYERS = ReferenceLayers.load();

  private final List<Detection> detections = new ArrayList<>();
  private final EffortRows effort = new EffortRows();
  private final List<StationStretch> stretches = new ArrayList<>();

  /** Nothing seen, nobody looked. */
  public static TestStudy empty() {
    return new TestStudy();
  }

  /** What the demo holds. Made once. */
  public static StudySources demo() {
    return Demo.SOURCES;
  }

  /** Made when it is first asked for, in some seconds. */
  private static final class Demo {
    private static final StudySources SOURCES =
        UnstoredDemo.of(
            Scenario.demo(LAYERS.border(), org.borderwatch.data.place.Places.load()), LAYERS);
  }

  /**
   * A point of Viet Nam about so many metres from the line with China, within a kilometre along.
   */
  public static LonLat inside(double km, double metres) {
    LonLat on = LAYERS.border().line(Neighbour.CN).pointAt(km);
    LonLat deepest = on;
    double most = 0;
    for (int angle = 0; angle < 360; angle += 5) {
      double lon = on.lon() + metres / 103_000 * Math.cos(Math.toRadians(angle));
      double lat = on.lat() + metres / 111_000 * Math.sin(Math.toRadians(angle));
      var position = LAYERS.locator().locate(lon, lat);
      if (position.offsetM() > most && Math.abs(position.km() - km) < 1) {
        most = position.offsetM();
        deepest = new LonLat(lon, lat);
      }
    }
    if (most == 0) {
      throw new IllegalStateException("no such point");
    }
    return deepest;
  }

  /** Adds events at one point. */
  public TestStudy seen(LonLat at, String instant, int events, int persons, Source source) {
    for (int i = 0; i < events; i++) {
      detections.add(
          new Detection(
              "t" + detections.size(),
              Instant.parse(instant).plusSeconds(i),
              at.lon(),
              at.lat(),
              null,
              Direction.EXIT,
              Setting.TRAIL,
              source,
              Outcome.OBSERVED,
              persons,
              null,
              null,
              Set.of(),
              null,
              null));
    }
    return this;
  }

  /** Adds a patrol that stood within some metres of a point for so many hours. */
  public TestStudy patrolled(LonLat at, String from, double hours) {
    long second = Instant.parse(from).getEpochSecond();
    effort
        .track(null, true)
        .leg(
            new double[] {at.lon() - 1e-5, at.lon() + 1e-5},
            new double[] {at.lat(), at.lat()},
            new long[] {second, second + Math.round(hours * 3600)});
    return this;
  }

  /** Adds a sensor at a point. */
  public TestStudy watched(LonLat at, String from, double hours) {
    long second = Instant.parse(from).getEpochSecond();
    effort.watch(null, true, at, 50, second, second + Math.round(hours * 3600));
    return this;
  }

  public TestStudy station(String code, Neighbour with, double fromKm, double toKm) {
    stretches.add(
        new StationStretch(code, new org.borderwatch.data.border.Stretch(with, fromKm, toKm)));
    return this;
  }

  /** What analyses stand on. */
  public StudySources sources() {
    Iterator<Detection> all = detections.iterator();
    var view = UnstoredDetections.view("test", all, true, LAYERS.locator());
    var efforts = effort.view("test", LAYERS.locator());
    List<StationStretch> known = List.copyOf(stretches);
    return new StudySources(() -> view, () -> efforts, LAYERS, () -> known);
  }

  /** Runs a process on two threads and gives its document. */
  public static ProcessResult result(StudySources sources, String process, String inputs)
      throws Exception {
    AnalysisProcess one = ProcessCatalogue.of(sources, NetworkSource.NONE).require(process);
    ProcessInputs read = new ProcessInputs(Json.tree(inputs), one.description().inputNames());
    return one.prepare(read).run(Crew.of(2, org.borderwatch.server.compute.Progress.UNWATCHED));
  }

  /** The same, read as JSON. */
  public static JsonNode run(StudySources sources, String process, String inputs) throws Exception {
    for (ProcessResult.Form form : result(sources, process, inputs).forms()) {
      if (form.isJson()) {
        return Json.tree(new String(form.content(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    throw new IllegalStateException("no JSON");
  }

  /** Runs it over nothing stored. */
  public static JsonNode inline(String process, String inputs) throws Exception {
    return run(NOTHING, process, inputs);
  }

  private static final StudySources NOTHING = empty().sources();

  /** Points as a FeatureCollection: x, y and a property, one after the other. */
  public static String points(String property, double... xyValue) {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < xyValue.length; i += 3) {
      features.append(
          """
          %s{"type": "Feature", "id": "p%d", "properties": {"%s": %s},
            "geometry": {"type": "Point", "coordinates": [%s, %s]}}
          """
              .formatted(
                  i == 0 ? "" : ",", i / 3, property, xyValue[i + 2], xyValue[i], xyValue[i + 1]));
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }
}
