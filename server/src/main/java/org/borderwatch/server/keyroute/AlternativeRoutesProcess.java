package org.borderwatch.server.keyroute;

import java.util.List;
import java.util.Set;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.keyroute.RouteQuestion.Method;
import org.borderwatch.server.keyroute.RouteQuestion.Place;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.InlineLines;
import org.borderwatch.server.study.StudyInputs;

/**
 * Alternative routes: the cheapest ways between two places, over the stored network or along lines
 * that come with the request.
 */
public final class AlternativeRoutesProcess implements AnalysisProcess {
  private static final int MOST_WAYS = 100;
  private static final int USUAL_WAYS = 3;
  private static final double USUAL_OVERLAP = 0.6;
  private static final Set<String> OF_THE_STORE = Set.of("weight", "synthetic");

  private final NetworkSource network;
  private final ProcessDescription description =
      ProcessDescription.of(AlternativeRoutesProcess.class, "alternative-routes.json");

  public AlternativeRoutesProcess(NetworkSource network) {
    this.network = network;
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
    List<String> closed = inputs.labels(ClosedEdges.NAME, ClosedEdges.MOST);
    if (StudyInputs.isInline(inputs, OF_THE_STORE)) {
      return new InlineRoutes(
          InlineLines.of(inputs),
          inputs.text("costProperty").orElse(Weight.METRES.code()),
          question(inputs, false),
          closed);
    }
    for (String name : List.of("costProperty", "directed", "crs")) {
      if (inputs.has(name)) {
        throw new BadParameter(name, name + " is about features; leave it out, or give features");
      }
    }
    return new StoredRoutes(
        network,
        question(inputs, true),
        inputs.word("weight", Weight.class).orElse(Weight.TRAVEL_SECONDS),
        closed,
        inputs.truth("synthetic"));
  }

  private static RouteQuestion question(ProcessInputs inputs, boolean inDegrees) {
    return new RouteQuestion(
        place(inputs, "from", inDegrees),
        place(inputs, "to", inDegrees),
        inputs.whole("k", 1, MOST_WAYS).orElse(USUAL_WAYS),
        inputs.word("method", Method.class).orElse(Method.YEN),
        inputs.number("maxOverlap", 0, 1).orElse(USUAL_OVERLAP),
        inputs.number("snapMetres", 0, SnappedEnd.MOST_METRES).orElse(SnappedEnd.USUAL_METRES));
  }

  /** A place; over the stored network it has to be on Earth. */
  static Place place(ProcessInputs inputs, String name, boolean inDegrees) {
    double[] at =
        inputs
            .numbers(name, 2, 2)
            .orElseThrow(() -> new BadParameter(name, name + " is missing; expected [lon, lat]"));
    if (inDegrees && !(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90)) {
      throw inputs.bad(name, "[lon, lat] in degrees");
    }
    return new Place(at[0], at[1]);
  }
}
