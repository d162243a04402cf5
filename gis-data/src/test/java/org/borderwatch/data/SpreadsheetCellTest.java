package org.borderwatch.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-1-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "-"
      })
  void aFormulaIsOnlyAText(String formula) {
    assertThat(SpreadsheetCell.harmless(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a=b", "-12", "+84912345678", "-1.25", "-1,25", "h-812-3391", "Đồn Y"})
  void numbersAndOtherTextsStay(String text) {
    assertThat(SpreadsheetCell.harmless(text)).isEqualTo(text);
  }
}
