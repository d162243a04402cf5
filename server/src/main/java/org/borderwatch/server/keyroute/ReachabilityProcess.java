package org.borderwatch.server.keyroute;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.keyroute.RouteQuestion.Place;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.Refusal;

/** Reachability: how far one comes from a station or a place within given times. */
public final class ReachabilityProcess implements AnalysisProcess {
  private static final double[] USUAL_MINUTES = {30, 60, 120};
  private static final int MOST_BANDS = 20;
  private static final double MOST_MINUTES = 2880;

  private final NetworkSource network;
  private final Function<String, Optional<LonLat>> stations;
  private final ProcessDescription description =
      ProcessDescription.of(ReachabilityProcess.class, "reachability.json");

  /**
   * Over a network.
   *
   * @param stations where a station stands, by its code
   */
  public ReachabilityProcess(NetworkSource network, Function<String, Optional<LonLat>> stations) {
    this.network = network;
    this.stations = stations;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public List<DerivedForm> derivedForms() {
    return List.of(FeatureTable.FORM);
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    Weight weight = inputs.word("weight", Weight.class).orElse(Weight.WALK_SECONDS);
    if (weight == Weight.METRES) {
      throw inputs.bad("weight", "walkSeconds or driveSeconds");
    }
    double[] minutes = inputs.numbers("minutes", 1, MOST_BANDS).orElse(USUAL_MINUTES);
    double[] rising = Arrays.stream(minutes).sorted().distinct().toArray();
    if (rising[0] <= 0 || rising[rising.length - 1] > MOST_MINUTES) {
      throw inputs.bad("minutes", "numbers above 0, at most " + (int) MOST_MINUTES);
    }
    return new ReachedWays(
        network,
        from(inputs),
        inputs.text("station"),
        weight,
        rising,
        inputs.labels(ClosedEdges.NAME, ClosedEdges.MOST),
        inputs.number("snapMetres", 0, SnappedEnd.MOST_METRES).orElse(SnappedEnd.USUAL_METRES),
        inputs.truth("synthetic"));
  }

  private Place from(ProcessInputs inputs) {
    if (inputs.has("from") == inputs.has("station")) {
      throw new BadParameter("from", "Give either from as [lon, lat], or the code of a station");
    }
    Optional<String> station = inputs.text("station");
    if (station.isEmpty()) {
      return AlternativeRoutesProcess.place(inputs, "from", true);
    }
    LonLat at =
        stations
            .apply(station.get())
            .orElseThrow(
                () ->
                    Refusal.of(
                        "station",
                        "Không có đồn %s, hoặc chưa biết vị trí của đồn.".formatted(station.get()),
                        "There is no station %s, or nobody knows where it stands."
                            .formatted(station.get())));
    return new Place(at.lon(), at.lat());
  }
}
