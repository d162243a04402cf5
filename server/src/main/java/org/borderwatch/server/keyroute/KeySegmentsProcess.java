package org.borderwatch.server.keyroute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.keyroute.DemandAsked.End;
import org.borderwatch.server.keyroute.DemandAsked.Listed;
import org.borderwatch.server.keyroute.DemandAsked.Product;
import org.borderwatch.server.keyroute.DemandAsked.Seen;
import org.borderwatch.server.keyroute.DemandAsked.Trip;
import org.borderwatch.server.keyroute.EndsAsked.Everywhere;
import org.borderwatch.server.keyroute.EndsAsked.Layer;
import org.borderwatch.server.keyroute.EndsAsked.Points;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlineLines;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudySources;

/**
 * Key segments: which edges of a network carry how much when everybody takes a shortest way, over
 * the stored network or along lines that come with the request.
 */
public final class KeySegmentsProcess implements AnalysisProcess {
  private static final int USUAL_MOST = 20_000;
  private static final int MOST_SEGMENTS = 200_000;
  private static final int MOST_SOURCES = 1_000_000;
  private static final int MOST_TRIPS = 200_000;
  private static final String ALL = "all";
  private static final String NO_DEMAND = "none";
  private static final String UNIT_OF_PAIRS = "pairs";
  private static final Set<String> OF_THE_STORE = Set.of("weight", "synthetic", "filter", "most");

  private final SegmentSources sources;
  private final NetworkSource network;
  private final ProcessDescription description =
      ProcessDescription.of(KeySegmentsProcess.class, "key-segments.json");

  /**
   * Over a network.
   *
   * @param stations where a station stands, by its code
   * @param departures provinces of departure of what is stored
   */
  public KeySegmentsProcess(
      StudySources study,
      NetworkSource network,
      Function<String, Optional<LonLat>> stations,
      Departures departures) {
    this.sources = new SegmentSources(study, stations, departures);
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
    if (StudyInputs.isInline(inputs, OF_THE_STORE)) {
      return new InlineSegments(
          InlineLines.of(inputs),
          inputs.text("costProperty").orElse(Weight.METRES.code()),
          question(inputs, true));
    }
    for (String name : List.of("costProperty", "directed", "crs")) {
      if (inputs.has(name)) {
        throw new BadParameter(name, name + " is about features; leave it out, or give features");
      }
    }
    return new StoredSegments(
        sources,
        network,
        question(inputs, false),
        inputs.word("weight", Weight.class).orElse(Weight.TRAVEL_SECONDS),
        FilterInput.of(inputs),
        inputs.truth("synthetic"),
        inputs.whole("most", 1, MOST_SEGMENTS).orElse(USUAL_MOST));
  }

  private static SegmentsQuestion question(ProcessInputs inputs, boolean isInline) {
    Optional<org.borderwatch.server.detection.Weight> seen =
        isInline ? Optional.empty() : seen(inputs);
    EndsAsked origins =
        ends(inputs, "origins", isInline, seen.isPresent() ? Layer.PROVINCES : new Everywhere());
    EndsAsked destinations =
        ends(
            inputs,
            "destinations",
            isInline,
            seen.isPresent() ? Layer.DETECTIONS : new Everywhere());
    DemandAsked demand = seen.isPresent() ? new Seen(seen.get()) : demand(inputs, isInline);
    if (seen.isPresent() && origins != Layer.DETECTIONS && destinations != Layer.DETECTIONS) {
      throw new BadParameter(
          "demand",
          "demand %s is what was seen somewhere, but neither origins nor destinations are detections; leave one of them out"
              .formatted(seen.get().code()));
    }
    return new SegmentsQuestion(
        origins,
        destinations,
        demand,
        inputs.labels(ClosedEdges.NAME, ClosedEdges.MOST),
        inputs.whole("sources", 2, MOST_SOURCES),
        inputs.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(StudyInputs.SEED),
        inputs.number("snapMetres", 0, SnappedEnd.MOST_METRES).orElse(SnappedEnd.USUAL_METRES));
  }

  private static Optional<org.borderwatch.server.detection.Weight> seen(ProcessInputs inputs) {
    return inputs
        .json("demand")
        .filter(JsonNode::isTextual)
        .flatMap(word -> Word.byCode(org.borderwatch.server.detection.Weight.class, word.asText()));
  }

  private static EndsAsked ends(
      ProcessInputs inputs, String name, boolean isInline, EndsAsked usual) {
    Optional<JsonNode> given = inputs.json(name);
    if (given.isEmpty()) {
      return usual;
    }
    if (given.get().isObject()) {
      return points(inputs, name);
    }
    String word = given.get().isTextual() ? given.get().asText() : "";
    if (word.equals(ALL)) {
      return new Everywhere();
    }
    if (isInline) {
      throw inputs.bad(name, "all, or a GeoJSON FeatureCollection of points");
    }
    Optional<Layer> layer = Word.byCode(Layer.class, word);
    return layer.orElseThrow(
        () ->
            inputs.bad(
                name,
                "all, one of %s, or a GeoJSON FeatureCollection of points"
                    .formatted(String.join(", ", Word.codes(Layer.class).keySet()))));
  }

  private static Points points(ProcessInputs inputs, String name) {
    InlineFeatures features = InlineFeatures.of(inputs, name);
    double[] amounts = new double[features.size()];
    Arrays.fill(amounts, 1);
    Optional<String> property =
        inputs.json("demand").filter(JsonNode::isTextual).map(JsonNode::asText);
    if (property.isPresent() && features.hasProperty(property.get())) {
      amounts = features.numbers("demand", property.get(), 0);
    }
    return new Points(
        features.x(),
        features.y(),
        IntStream.range(0, features.size()).mapToObj(features::label).toList(),
        features.hasNumbersAsIds(),
        amounts);
  }

  private static DemandAsked demand(ProcessInputs inputs, boolean isInline) {
    Optional<JsonNode> given = inputs.json("demand");
    if (given.isEmpty()) {
      return new Product(UNIT_OF_PAIRS);
    }
    if (given.get().isArray()) {
      return new Listed(trips(given.get()));
    }
    if (!given.get().isTextual()) {
      throw inputs.bad("demand", "a text, or a list of [origin, destination, demand]");
    }
    String word = given.get().asText();
    if (hasProperty(inputs, "origins", word) || hasProperty(inputs, "destinations", word)) {
      return new Product(word);
    }
    if (word.equals(NO_DEMAND)) {
      return new Product(UNIT_OF_PAIRS);
    }
    throw inputs.bad(
        "demand",
        (isInline ? "none" : "none, persons, detections")
            + ", the name of a number property of origins or destinations, or a list of"
            + " [origin, destination, demand]");
  }

  private static boolean hasProperty(ProcessInputs inputs, String name, String property) {
    return inputs.json(name).filter(JsonNode::isObject).isPresent()
        && InlineFeatures.of(inputs, name).hasProperty(property);
  }

  private static List<Trip> trips(JsonNode list) {
    if (list.size() > MOST_TRIPS) {
      throw new BadParameter(
          "demand", "demand has %d trips; at most %d".formatted(list.size(), MOST_TRIPS));
    }
    List<Trip> trips = new ArrayList<>();
    for (JsonNode one : list) {
      double demand = one.path(2).asDouble();
      boolean isTrip =
          one.size() == 3
              && isName(one.path(0))
              && isName(one.path(1))
              && one.path(2).isNumber()
              && demand >= 0
              && Double.isFinite(demand);
      if (!isTrip) {
        throw new BadParameter(
            "demand",
            "demand[%d] is %s; expected [origin, destination, demand], the ends by id or number, demand 0 or more"
                .formatted(trips.size(), one));
      }
      trips.add(new Trip(end(one.get(0)), end(one.get(1)), demand));
    }
    return trips;
  }

  private static boolean isName(JsonNode end) {
    return end.isTextual() || end.isIntegralNumber();
  }

  private static End end(JsonNode end) {
    return new End(end.asText(), end.isNumber());
  }
}
