package org.borderwatch.server.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.borderwatch.server.detection.DetectionView.StepCount;
import org.borderwatch.server.detection.TimeStep;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void holesAreFilled() {
    Histogram histogram =
        Histogram.of(
            TimeStep.MONTH,
            LocalDate.parse("2024-01-15"),
            LocalDate.parse("2024-04-01"),
            List.of(new StepCount(LocalDate.parse("2024-03-01"), 3, 12)));
    assertThat(histogram.bins())
        .extracting(bin -> bin.from().toString(), Histogram.Bin::detections)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2024-01-01", 0L),
            org.assertj.core.groups.Tuple.tuple("2024-02-01", 0L),
            org.assertj.core.groups.Tuple.tuple("2024-03-01", 3L),
            org.assertj.core.groups.Tuple.tuple("2024-04-01", 0L));
  }

  @Test
  void weeksBeginOnMonday() {
    assertThat(TimeStep.WEEK.start(LocalDate.parse("2024-01-07"))).isEqualTo("2024-01-01");
    assertThat(TimeStep.WEEK.start(LocalDate.parse("2024-01-08"))).isEqualTo("2024-01-08");
  }
}
