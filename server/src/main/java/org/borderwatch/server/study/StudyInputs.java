package org.borderwatch.server.study;

import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.grid.CellShape;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.StudyQuestion.Steps;

/** Reads the inputs that analyses have in common, with their usual values. */
public final class StudyInputs {
  public static final double CELL_METRES = 1000;
  public static final long SEED = 1;

  private static final double LEAST_METRES = 50;
  private static final double MOST_METRES = 100_000;

  /** What asks for the store, and has no meaning beside inline features. */
  private static final Set<String> OF_THE_STORE =
      Set.of("filter", "cell", "cellMetres", "depthMetres", "weight", "exposure", "series");

  private StudyInputs() {}

  /**
   * Whether the data come with the request as {@code features}.
   *
   * @throws BadParameter when something is asked of the store as well
   */
  public static boolean isInline(ProcessInputs inputs) {
    return isInline(inputs, OF_THE_STORE);
  }

  /** The same where the inputs {@code ofTheStore} ask for the store. */
  public static boolean isInline(ProcessInputs inputs, Set<String> ofTheStore) {
    if (!inputs.has("features")) {
      return false;
    }
    for (String name : ofTheStore) {
      if (inputs.has(name)) {
        throw new BadParameter(
            name, name + " asks about what is stored; leave it out, or leave out features");
      }
    }
    return true;
  }

  /** What is asked of the store. */
  public static StudyQuestion question(ProcessInputs inputs, Optional<Steps> steps) {
    CellShape shape = inputs.word("cell", CellShape.class).orElse(CellShape.HEXAGON);
    double cellMetres = inputs.number("cellMetres", LEAST_METRES, MOST_METRES).orElse(CELL_METRES);
    double depth =
        inputs.number("depthMetres", 0, MOST_METRES).orElse(StudyQuestion.DEFAULT_DEPTH_METRES);
    DetectionFilter filter = FilterInput.of(inputs);
    return new StudyQuestion(filter, shape.grid(cellMetres), depth, steps);
  }

  /** A step of the calendar. */
  public static Optional<CalendarStep> step(ProcessInputs inputs, String name) {
    return inputs
        .text(name)
        .map(
            text ->
                CalendarStep.parse(text)
                    .orElseThrow(
                        () ->
                            inputs.bad(
                                name,
                                "an ISO 8601 duration of days, weeks, months or years, such as P1M")));
  }

  /** The plane of inline features. */
  public static InlinePlane plane(InlineFeatures features, ProcessInputs inputs) {
    return InlinePlane.of(features, crs(inputs));
  }

  /** Inline features for what measures along great circles, where they came in degrees. */
  public static InlinePlane onEarth(InlineFeatures features, ProcessInputs inputs) {
    return InlinePlane.onEarth(features, crs(inputs));
  }

  private static String crs(ProcessInputs inputs) {
    return inputs.text("crs").orElse("OGC:CRS84");
  }

  /** The name of a property that has to be given. */
  public static String property(ProcessInputs inputs, String name) {
    return inputs
        .text(name)
        .orElseThrow(
            () ->
                new BadParameter(
                    name, name + " is missing; expected the name of a property of features"));
  }
}
