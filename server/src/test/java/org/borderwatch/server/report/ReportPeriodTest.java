package org.borderwatch.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2024-H1, 2024-01-01, 2024-07-01, 2023-H1, 6 tháng đầu năm 2024, first half of 2024",
    "2024-H2, 2024-07-01, 2025-01-01, 2023-H2, 6 tháng cuối năm 2024, second half of 2024",
    "2024-Q2, 2024-04-01, 2024-07-01, 2023-Q2, quý II/2024, Q2 2024",
    "2024-02, 2024-02-01, 2024-03-01, 2023-02, tháng 2/2024, February 2024",
    "2024, 2024-01-01, 2025-01-01, 2023, năm 2024, 2024",
    "2023-11/2024-02, 2023-11-01, 2024-03-01, 2022-11/2023-02, từ tháng 11/2023 đến tháng 2/2024, November 2023 to February 2024"
  })
  void periodsHaveNamesDaysAndASamePeriod(
      String name, LocalDate from, LocalDate until, String same, String vi, String en) {
    ReportPeriod period = ReportPeriod.parse(name).orElseThrow();
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.until()).isEqualTo(until);
    assertThat(period.name()).isEqualTo(name);
    assertThat(period.samePeriod().orElseThrow().name()).isEqualTo(same);
    assertThat(period.vietnamese()).isEqualTo(vi);
    assertThat(period.english()).isEqualTo(en);
  }

  @Test
  void eighteenMonthsHaveNoSamePeriodAsTheyWouldOverlap() {
    ReportPeriod period = ReportPeriod.parse("2023-01/2024-06").orElseThrow();
    assertThat(period.months()).isEqualTo(18);
    assertThat(period.samePeriod()).isEmpty();
    assertThat(period.vietnamese()).isEqualTo("từ tháng 1/2023 đến tháng 6/2024");
  }

  @Test
  void monthsThatAreAHalfYearAreCalledSo() {
    assertThat(ReportPeriod.parse("2024-01/2024-06").orElseThrow().name()).isEqualTo("2024-H1");
    assertThat(ReportPeriod.parse("2023-07/2024-06").orElseThrow().samePeriodVietnamese())
        .contains("cùng kỳ năm 2022");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024-H3", "2024-13", "24", "2024-06/2024-01", "2024-Q0", "H1-2024"})
  void whatIsNoPeriodIsNone(String name) {
    assertThat(ReportPeriod.parse(name)).isEmpty();
  }
}
