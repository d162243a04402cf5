package org.borderwatch.server.analysis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.effort.EffortIndex;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.Station;
import org.borderwatch.server.geo.StationRepository;
import org.borderwatch.server.geo.StationStretch;
import org.borderwatch.server.hotspot.BacktestProcess;
import org.borderwatch.server.hotspot.BorderProfileProcess;
import org.borderwatch.server.hotspot.DensityProcess;
import org.borderwatch.server.hotspot.EmergingHotspotsProcess;
import org.borderwatch.server.hotspot.HotspotsProcess;
import org.borderwatch.server.hotspot.SpaceTimeScanProcess;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.keyroute.AlternativeRoutesProcess;
import org.borderwatch.server.keyroute.DepartureRepository;
import org.borderwatch.server.keyroute.Departures;
import org.borderwatch.server.keyroute.KeySegmentsProcess;
import org.borderwatch.server.keyroute.ReachabilityProcess;
import org.borderwatch.server.network.NetworkIndex;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.outcome.lines.RegisterRepository;
import org.borderwatch.server.outcome.lines.ReportMaking;
import org.borderwatch.server.outcome.lines.ReportOutcomesRepository;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.outcome.lines.ReportSources.Outcomes;
import org.borderwatch.server.outcome.lines.ReportSources.Register;
import org.borderwatch.server.outcome.paper.PeriodReportProcess;
import org.borderwatch.server.patrol.AreasOfJob;
import org.borderwatch.server.patrol.PatrolAreasProcess;
import org.borderwatch.server.patrol.PatrolRosterProcess;
import org.borderwatch.server.patrol.PlannedAreasRepository;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.StoredResults;
import org.borderwatch.server.study.StudySources;

/** Every analysis, put together by hand: the server and the command line offer the same. */
public final class ProcessCatalogue {
  private ProcessCatalogue() {}

  /** What analyses of the store stand on. */
  public static StudySources study(
      Database database,
      DetectionIndex detections,
      Supplier<EffortSource> effort,
      ReferenceLayers layers) {
    return new StudySources(detections::view, effort, layers, () -> stretches(database));
  }

  /** The analyses over what is stored. */
  public static AnalysisProcesses of(
      Database database, StudySources sources, NetworkSource network, ReportSources report) {
    return of(
        sources,
        network,
        new Stations(station -> place(database, station), () -> posts(database)),
        new DepartureRepository(database),
        new PlannedAreasRepository(
            job -> new StoredResults(database).features(job, "patrol-areas")),
        report);
  }

  /**
   * The analyses over what is stored, for one command: effort and the network are read when they
   * are asked for.
   */
  public static AnalysisProcesses of(Database database, DetectionIndex detections) {
    ReferenceLayers layers = ReferenceLayers.load();
    EffortIndex effort = new EffortIndex(database, layers.locator());
    Supplier<EffortSource> current =
        () -> {
          effort.refresh();
          return effort.view();
        };
    NetworkIndex network = new NetworkIndex(database);
    NetworkSource currentNetwork =
        synthetic -> {
          network.refresh();
          return network.network(synthetic);
        };
    StudySources study = study(database, detections, current, layers);
    return of(
        database,
        study,
        currentNetwork,
        new ReportSources(
            study,
            new ReportOutcomesRepository(database),
            new RegisterRepository(database, layers.locator())));
  }

  /** The analyses over {@code sources} and the network, where no station is known. */
  public static AnalysisProcesses of(StudySources sources, NetworkSource network) {
    return of(sources, network, station -> Optional.empty(), Departures.NONE);
  }

  /** The same with provinces of departure, and where a station stands by its code. */
  public static AnalysisProcesses of(
      StudySources sources,
      NetworkSource network,
      Function<String, Optional<LonLat>> stations,
      Departures departures) {
    return of(
        sources,
        network,
        new Stations(stations, List::of),
        departures,
        AreasOfJob.NONE,
        new ReportSources(sources, Outcomes.NONE, Register.NONE));
  }

  /**
   * The analyses over {@code sources} and the network, in the order in which they are shown.
   *
   * @param stations where stations stand
   * @param departures provinces of departure of what is stored
   * @param areas of earlier jobs, for rosters
   * @param report what reports are made of
   */
  public static AnalysisProcesses of(
      StudySources sources,
      NetworkSource network,
      Stations stations,
      Departures departures,
      AreasOfJob areas,
      ReportSources report) {
    return new AnalysisProcesses(
        List.of(
            new DensityProcess(sources),
            new HotspotsProcess(sources),
            new EmergingHotspotsProcess(sources),
            new SpaceTimeScanProcess(sources),
            new BorderProfileProcess(sources),
            new BacktestProcess(sources),
            new KeySegmentsProcess(sources, network, stations.place(), departures),
            new AlternativeRoutesProcess(network),
            new ReachabilityProcess(network, stations.place()),
            new PatrolAreasProcess(sources, network, stations.posts()),
            new PatrolRosterProcess(areas),
            new PeriodReportProcess(report, Clock.systemUTC())),
        () -> versions(sources, network, report));
  }

  /**
   * Where stations stand.
   *
   * @param place by its code
   * @param posts all whose place is known
   */
  public record Stations(Function<String, Optional<LonLat>> place, Supplier<List<Post>> posts) {}

  /** Of detections and effort, of each network, of detections over a network, and with counts. */
  private static Set<String> versions(
      StudySources sources, NetworkSource network, ReportSources report) {
    Set<String> versions = new HashSet<>(Set.of(sources.version()));
    String seen = sources.detections().get().version();
    versions.add(ReportMaking.version(report));
    for (boolean synthetic : List.of(false, true)) {
      String ways = network.network(Optional.of(synthetic)).version();
      versions.addAll(List.of(ways, seen + "+" + ways));
    }
    return versions;
  }

  private static Optional<LonLat> place(Database database, String station) {
    try (Connection connection = database.connection()) {
      return new StationRepository(connection).place(station);
    } catch (SQLException away) {
      throw new ApiException.DatabaseAway();
    }
  }

  private static List<Post> posts(Database database) {
    try (Connection connection = database.connection()) {
      StationRepository stations = new StationRepository(connection);
      List<Post> posts = new ArrayList<>();
      for (Station station : stations.all()) {
        stations
            .place(station.code())
            .ifPresent(
                at ->
                    posts.add(
                        new Post(
                            station.code(), station.name(), station.nameEn(), at.lon(), at.lat())));
      }
      return posts;
    } catch (SQLException away) {
      throw new ApiException.DatabaseAway();
    }
  }

  private static List<StationStretch> stretches(Database database) {
    try (Connection connection = database.connection()) {
      return new StationRepository(connection).stretches();
    } catch (SQLException away) {
      throw new ApiException.DatabaseAway();
    }
  }
}
