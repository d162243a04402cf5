package org.borderwatch.server.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.StudyInputs;
import org.borderwatch.server.study.StudySources;

/** Backtest: how well a map of one period says where the detections of a later one are. */
public final class BacktestProcess implements AnalysisProcess {
  private static final double[] USUAL_SHARES = {0.01, 0.05, 0.1};
  private static final double SECTION_METRES = 1000;
  private static final double BAND_METRES = 3000;
  private static final int MOST = 100;

  private final StudySources sources;
  private final ProcessDescription description =
      ProcessDescription.of(BacktestProcess.class, "backtest.json");

  public BacktestProcess(StudySources sources) {
    this.sources = sources;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    double[] shares = shares(inputs);
    double sectionMetres = inputs.number("sectionMetres", 100, 100_000).orElse(SECTION_METRES);
    if (StudyInputs.isInline(inputs)) {
      return inline(inputs, shares, sectionMetres);
    }
    DetectionFilter filter = FilterInput.of(inputs);
    if (!filter.period().equals(Period.ALWAYS)) {
      throw new BadParameter("filter", "train and test say when; leave datetime out of filter");
    }
    List<Period> train = periods(inputs, "train");
    List<Period> test = periods(inputs, "test");
    requireApart(train, test);
    return new StoredBacktest(
        sources,
        filter,
        BorderProfileProcess.line(inputs, filter),
        inputs.word("method", BacktestMethod.class).orElse(BacktestMethod.HOTSPOTS),
        inputs.word("smoothing", Smoothing.class).orElse(Smoothing.EB),
        train,
        test,
        shares,
        sectionMetres,
        inputs.number("bandMetres", 0, 1_000_000).orElse(BAND_METRES));
  }

  private static Analysis inline(ProcessInputs inputs, double[] shares, double sectionMetres) {
    InlineFeatures features = InlineFeatures.of(inputs);
    double[] lengths = new double[features.size()];
    java.util.Arrays.fill(lengths, sectionMetres);
    double[] given =
        inputs
            .text("lengthProperty")
            .map(property -> features.numbers("lengthProperty", property, 0))
            .orElse(lengths);
    for (int i = 0; i < given.length; i++) {
      if (given[i] <= 0) {
        throw new BadParameter(
            "lengthProperty", "Feature " + i + " has length " + given[i] + "; expected above 0");
      }
    }
    return new InlineBacktest(
        given,
        features.numbers(
            "scoreProperty",
            StudyInputs.property(inputs, "scoreProperty"),
            Double.NEGATIVE_INFINITY),
        features.numbers("eventsProperty", StudyInputs.property(inputs, "eventsProperty"), 0),
        inputs
            .text("naiveProperty")
            .map(name -> features.numbers("naiveProperty", name, Double.NEGATIVE_INFINITY))
            .orElse(new double[0]),
        shares);
  }

  private static double[] shares(ProcessInputs inputs) {
    if (!inputs.has("areaShares")) {
      return USUAL_SHARES;
    }
    JsonNode given = inputs.json("areaShares").orElseThrow();
    List<Double> shares = new ArrayList<>();
    for (JsonNode one : given.isArray() ? given : List.of(given)) {
      if (!one.isNumber() || !(one.asDouble() > 0 && one.asDouble() <= 1)) {
        throw inputs.bad("areaShares", "shares above 0, at most 1, such as 0.05 for 5 %");
      }
      shares.add(one.asDouble());
    }
    if (shares.isEmpty() || shares.size() > MOST) {
      throw inputs.bad("areaShares", "1 to " + MOST + " shares");
    }
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Period> periods(ProcessInputs inputs, String name) {
    List<Period> periods = new ArrayList<>();
    JsonNode given =
        inputs
            .json(name)
            .orElseThrow(
                () ->
                    new BadParameter(
                        name,
                        name + " is missing; expected an interval such as 2023-01-01/2023-12-31"));
    for (JsonNode one : given.isArray() ? given : List.of(given)) {
      if (!one.isTextual()) {
        throw inputs.bad(name, "intervals such as 2023-01-01/2023-12-31");
      }
      Period period =
          DetectionFilterQuery.parse(of -> of.equals("datetime") ? one.asText() : null).period();
      if (period.from().isEmpty() || period.until().isEmpty()) {
        throw inputs.bad(name, "intervals with both ends");
      }
      periods.add(period);
    }
    if (periods.isEmpty() || periods.size() > MOST) {
      throw inputs.bad(name, "1 to " + MOST + " intervals");
    }
    return periods;
  }

  /** What was learnt from may not be what is tested. */
  private static void requireApart(List<Period> train, List<Period> test) {
    for (Period one : train) {
      for (Period other : test) {
        if (one.from().orElseThrow().isBefore(other.until().orElseThrow())
            && other.from().orElseThrow().isBefore(one.until().orElseThrow())) {
          throw new BadParameter(
              "test", "A test interval overlaps a training interval; keep them apart");
        }
      }
    }
  }
}
