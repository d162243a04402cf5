package org.borderwatch.server.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.Tally;
import org.junit.jupiter.api.Test;

class OutcomeChecksTest {
  private static final OutcomeChecks CHECKS =
      new OutcomeChecks(
          List.of(
              indicator("cases", 1, "Vụ", Optional.empty(), false),
              indicator("own", 2, "Chủ trì", Optional.of("cases"), true),
              indicator("rescue", 3, "Giải cứu", Optional.of("cases"), true),
              indicator("prosecuted", 4, "Khởi tố", Optional.of("cases"), false)));

  private static Indicator indicator(
      String code, int position, String name, Optional<String> partOf, boolean disjoint) {
    return new Indicator(
        code,
        OutcomeSection.ENFORCEMENT,
        position,
        name,
        name,
        "vụ",
        "cases",
        CountKind.EVENTS,
        partOf,
        disjoint,
        false,
        1);
  }

  private static OutcomeCount count(String indicator, int fromMonth, int months, Tally tally) {
    LocalDate from = LocalDate.of(2024, fromMonth, 1);
    OutcomeCell cell =
        new OutcomeCell("VN", indicator, from, from.plusMonths(months), Optional.empty());
    return new OutcomeCount(cell, tally, false);
  }

  private static OutcomeCount half(String indicator, long value) {
    return count(indicator, 1, 6, Tally.of(value));
  }

  @Test
  void partsThatFillTheirWholeAreRight() {
    assertThat(
            CHECKS.contradictions(
                List.of(
                    half("cases", 64),
                    half("own", 32),
                    half("rescue", 32),
                    half("prosecuted", 60))))
        .isEmpty();
  }

  @Test
  void aPartThatExceedsItsWholeIsNamed() {
    List<Contradiction> found =
        CHECKS.contradictions(List.of(half("cases", 9), half("prosecuted", 10)));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).indicator()).isEqualTo("prosecuted");
    assertThat(found.get(0).vi()).isEqualTo("Khởi tố (10) nhiều hơn Vụ (09)");
  }

  @Test
  void partsWithoutOverlapAddUp() {
    List<Contradiction> found =
        CHECKS.contradictions(List.of(half("cases", 9), half("own", 5), half("rescue", 5)));
    assertThat(found).extracting(Contradiction::indicator).containsExactly("cases");
    assertThat(found.get(0).en()).isEqualTo("The parts of Vụ add up to 10, more than 9");
  }

  @Test
  void aWholeThatIsKnownFromBelowIsNeverExceeded() {
    assertThat(
            CHECKS.contradictions(List.of(count("cases", 1, 6, Tally.atLeast(9)), half("own", 20))))
        .isEmpty();
  }

  @Test
  void aWholeOfOtherMonthsOrAnotherCountryIsNotTheWhole() {
    OutcomeCell cell = half("own", 0).cell();
    OutcomeCount withLaos =
        new OutcomeCount(
            new OutcomeCell("VN", "own", cell.from(), cell.until(), Optional.of("LA")),
            Tally.of(20),
            false);
    assertThat(
            CHECKS.contradictions(
                List.of(count("cases", 1, 3, Tally.of(9)), half("own", 20), withLaos)))
        .isEmpty();
  }

  @Test
  void monthsAreNotCountedTwice() {
    List<Contradiction> found =
        CHECKS.contradictions(List.of(half("cases", 9), count("cases", 6, 1, Tally.of(2))));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).vi())
        .isEqualTo("Vụ: 01/2024–06/2024 và 06/2024–06/2024 chồng lên nhau; sẽ đếm hai lần");
    assertThat(CHECKS.contradictions(List.of(half("cases", 9), count("cases", 7, 1, Tally.of(2)))))
        .isEmpty();
  }

  @Test
  void singleCountriesArePartOfAllOfThemInTheSameMonthsAndOfNoOther() {
    OutcomeCell half = half("cases", 0).cell();
    OutcomeCount laos = count(half, "LA", 6);
    OutcomeCount china = count(half, "CN", 4);
    assertThat(CHECKS.contradictions(List.of(half("cases", 10), laos, china))).isEmpty();
    List<Contradiction> found = CHECKS.contradictions(List.of(half("cases", 9), laos, china));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).vi()).isEqualTo("Vụ: cộng theo từng nước là 10, nhiều hơn 09");
    assertThat(CHECKS.contradictions(List.of(count("cases", 1, 3, Tally.of(9)), laos)))
        .extracting(Contradiction::vi)
        .allMatch(reason -> reason.contains("chồng lên nhau"))
        .hasSize(1);
  }

  private static OutcomeCount count(OutcomeCell cell, String partner, long value) {
    return new OutcomeCount(
        new OutcomeCell(
            cell.unit(), cell.indicator(), cell.from(), cell.until(), Optional.of(partner)),
        Tally.of(value),
        false);
  }
}
