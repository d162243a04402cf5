package org.borderwatch.server.outcome.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeSection;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.ReportPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountFileTest {
  private static final List<Indicator> INDICATORS =
      List.of(
          new Indicator(
              "cases",
              OutcomeSection.ENFORCEMENT,
              1,
              "Vụ",
              "Cases",
              "vụ",
              "cases",
              CountKind.EVENTS,
              Optional.empty(),
              false,
              false,
              1));

  private static CountFile read(String text) throws CountTable.Unreadable {
    return CountFile.of(
        CountTable.read(text.getBytes(StandardCharsets.UTF_8)), INDICATORS, Set.of("VN-09"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit,period,indicator,value\nVN-09,2024-H1,cases,7\n",
        "\ufeffunit;period;indicator;value\r\nVN-09;2024-H1;cases;7\r\n",
        "unit\tperiod\tindicator\tvalue\nVN-09\t2024-H1\tcases\t7",
        "Số liệu\n\nvalue,indicator,name,unit,period\n7,cases,Vụ,VN-09,2024-H1\n"
      })
  void whateverParts(String text) throws Exception {
    CountFile file = read(text);
    assertThat(file.refusals()).isEmpty();
    assertThat(file.wanted()).hasSize(1);
    assertThat(file.wanted().get(0).count().tally().value()).isEqualTo(7);
    assertThat(file.wanted().get(0).count().cell().from())
        .isEqualTo(ReportPeriod.parse("2024-H1").orElseThrow().from());
  }

  @Test
  void numbersAreReadAsEitherLanguageWritesThem() {
    assertThat(CountFile.number("18.500")).contains(18_500L);
    assertThat(CountFile.number("18,500")).contains(18_500L);
    assertThat(CountFile.number("1 234 567")).contains(1_234_567L);
    assertThat(CountFile.number("05")).contains(5L);
    for (String no : List.of("1,5", "1.50", "-3", "1e3", "1.234,567", "2000000000", "năm")) {
      assertThat(CountFile.number(no)).as(no).isEmpty();
    }
  }

  @Test
  void everyRowThatCantBeRightIsNamedWithFieldAndRemedy() throws Exception {
    CountFile file =
        read(
            """
            unit,period,indicator,value,at_least,partner
            VN-01,2024-H1,cases,1,,
            VN-09,2024-H7,cases,2,,
            VN-09,2024-H1,nothing,3,,
            VN-09,2024-H1,cases,4.5,maybe,laos
            VN-09,2024-H1,cases,6,x,
            VN-09,2024-H1,cases,8,,
            VN-09,2024-H1,cases,,,
            """);
    assertThat(file.refusals())
        .extracting(one -> one.line() + " " + one.field())
        .containsExactly(
            "2 unit",
            "3 period",
            "4 indicator",
            "5 value",
            "5 at_least",
            "5 partner",
            "7 indicator");
    assertThat(file.refusals().get(6).reason()).contains("row 6");
    assertThat(file.wanted()).hasSize(1);
    assertThat(file.wanted().get(0).count().tally().atLeast()).isTrue();
    assertThat(file.refusals())
        .allSatisfy(
            one -> {
              assertThat(one.remedy()).isNotEmpty();
              assertThat(one.reasonVi()).isNotEmpty();
              assertThat(one.remedyVi()).isNotEmpty();
            });
  }

  @Test
  void aFileWithoutTheColumnsIsRefusedAsAWhole() throws Exception {
    CountFile file = read("a,b\n1,2\n");
    assertThat(file.refusals()).hasSize(1);
    assertThat(file.refusals().get(0).reason()).contains("unit, period, indicator and value");
  }

  @Test
  void whatIsNoTableIsSaidToBeNone() {
    byte[] old = {'u', 'n', 'i', 't', ',', (byte) 0xd0, (byte) 0x20, '\n'};
    assertThatThrownBy(() -> CountTable.read(old))
        .isInstanceOf(CountTable.Unreadable.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> CountTable.read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isInstanceOf(CountTable.Unreadable.class)
        .hasMessageContaining("workbook");
    assertThatThrownBy(() -> CountTable.read(new byte[0]))
        .isInstanceOf(CountTable.Unreadable.class);
  }
}
