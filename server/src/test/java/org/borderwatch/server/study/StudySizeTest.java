package org.borderwatch.server.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.grid.HexagonGrid;
import org.borderwatch.server.study.StudyQuestion.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudySizeTest {
  @ParameterizedTest
  @CsvSource({
    "1500, 5000, P1M, ''",
    "700, 5000, P1M, ''",
    "3000, 0, P1W, ''",
    "500, 2000, P1Y, 1100/1150",
    "2500, 20000, P6M, 1063/1287"
  })
  void itIsToldFromAboveButNotFarFrom(
      double cellMetres, double depthMetres, String step, String borderKm) {
    DetectionFilter filter =
        DetectionFilterQuery.parse(
            name -> name.equals("borderKm") && !borderKm.isEmpty() ? borderKm : null);
    StudyQuestion question =
        new StudyQuestion(
            filter,
            new HexagonGrid(cellMetres),
            depthMetres,
            Optional.of(Steps.whole(CalendarStep.parse(step).orElseThrow(), Optional.empty())));
    StudySize size = StudySize.of(question, TestStudy.demo());
    Study study = Study.of(question, TestStudy.demo(), Crew.alone());
    assertThat(size.cells()).isBetween((long) study.area().size(), 6L * study.area().size());
    assertThat(size.steps()).isBetween(study.steps(), study.steps() + 2);
  }

  @Test
  void aStudyOfNothingIsSmall() {
    StudyQuestion question =
        new StudyQuestion(DetectionFilter.ALL, new HexagonGrid(1500), 5000, Optional.empty());
    assertThat(StudySize.of(question, TestStudy.empty().sources()).bytes()).isLessThan(40_000_000);
  }
}
