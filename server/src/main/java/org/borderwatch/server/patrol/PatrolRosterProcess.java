package org.borderwatch.server.patrol;

import java.util.List;
import java.util.UUID;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.StudyInputs;

/** Roster: who goes where on which day, drawn so that nobody who watches can foresee it. */
public final class PatrolRosterProcess implements AnalysisProcess {
  private static final int MOST_DAYS = 92;
  private static final double USUAL_CAUTION = 0.8;

  private final AreasOfJob areas;
  private final ProcessDescription description =
      ProcessDescription.of(PatrolRosterProcess.class, "patrol-roster.json");

  /** Over the areas of earlier jobs. */
  public PatrolRosterProcess(AreasOfJob areas) {
    this.areas = areas;
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
    if (StudyInputs.isInline(inputs) == inputs.has("areas")) {
      throw new BadParameter(
          "areas", "Give either areas, the number of a patrol-areas job, or features");
    }
    if (StudyInputs.isInline(inputs)) {
      return InlineRoster.of(inputs);
    }
    if (inputs.has("shifts")) {
      throw new BadParameter("shifts", "shifts are those of the areas; leave them out");
    }
    return new StoredRoster(
        areas,
        job(inputs),
        inputs.whole("days", 1, MOST_DAYS),
        inputs.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1),
        inputs.number("caution", 0, 1).orElse(USUAL_CAUTION));
  }

  @Override
  public List<UUID> reads(ProcessInputs inputs) {
    return inputs.has("areas") ? List.of(job(inputs)) : List.of();
  }

  private static UUID job(ProcessInputs inputs) {
    String given = inputs.text("areas").orElseThrow();
    try {
      return UUID.fromString(given);
    } catch (IllegalArgumentException e) {
      throw inputs.bad("areas", "the number of a patrol-areas job");
    }
  }
}
