package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionFilterQueryTest {
  private static DetectionFilter parse(String name, String text) {
    return DetectionFilterQuery.parse(Map.of(name, text)::get);
  }

  @Test
  void nothingAskedIsEverything() {
    assertThat(DetectionFilterQuery.parse(name -> null)).isEqualTo(DetectionFilter.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-01, 2024-06-30T17:00:00Z, 2024-07-01T17:00:00Z",
    "2024-01-01/2024-06-30, 2023-12-31T17:00:00Z, 2024-06-30T17:00:00Z",
    "2024-07-01T00:30:00+07:00, 2024-06-30T17:30:00Z, 2024-06-30T17:30:01Z",
    "2024-07-01T00:30:00 07:00/.., 2024-06-30T17:30:00Z,",
    "../2024-06-30T23:59:59Z, , 2024-07-01T00:00:00Z",
    "/2024-06-30, , 2024-06-30T17:00:00Z",
  })
  void aDateIsTheWholeDayInVietNamAndTheEndIsIncluded(String text, Instant from, Instant until) {
    DetectionFilter.Period period = parse("datetime", text).period();
    assertThat(period.from().orElse(null)).isEqualTo(from);
    assertThat(period.until().orElse(null)).isEqualTo(until);
  }

  @ParameterizedTest
  @CsvSource({
    "2/10, 2, 10",
    "5/.., 5, Infinity",
    "5.., 5, Infinity",
    "3, 3, 3",
    "../4, -Infinity, 4"
  })
  void personsAreARange(String text, double min, double max) {
    DetectionFilter.Range range = parse("persons", text).persons().orElseThrow();
    assertThat(range.min()).isEqualTo(min);
    assertThat(range.max()).isEqualTo(max);
  }

  @Test
  void aBoxOfSixNumbersIsItsFourSides() {
    assertThat(parse("bbox", "106,21,-10,107,22,9000").bbox())
        .isEqualTo(parse("bbox", "106,21,107,22").bbox())
        .isPresent();
  }

  @Test
  void wordsAreSeparatedByCommas() {
    assertThat(parse("direction", "exit,entry").directions())
        .containsExactly(Direction.EXIT, Direction.ENTRY);
    assertThat(parse("indicators", "debt").indicators()).containsExactly(Indicator.DEBT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox|1,2,3|bbox has 3 numbers",
        "bbox|107,21,106,22|minimum above maximum",
        "bbox|1,2,3,x|not a number",
        "bbox|1,2,3,4,5|bbox has 5 numbers",
        "bbox|0x1p3,2,9,4|not a number",
        "bbox|1d,2,9,4|not a number",
        "datetime|+999999999-01-01T00:00:00Z|expected a date",
        "direction|,|knows no",
        "station|,|expected codes of stations",
        "bbox|-200,0,0,1|outside",
        "datetime|2024-06-31|expected a date",
        "datetime|..|expected a date",
        "datetime|2024-06-30/2024-01-01|ends before it begins",
        "datetime|1/2/3|expected a date",
        "direction|exits|is exit meant?",
        "setting|xyzxyz|known are gate",
        "persons|a|not a number",
        "persons|10/2|expected a number",
        "synthetic|yes|expected true or false",
        "borderWith|QQQ|known are",
      })
  void whatCannotBeReadIsNamed(String name, String text, String says) {
    assertThatThrownBy(() -> parse(name, text))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(says)
        .extracting(e -> ((BadParameter) e).problem().members().get("parameter"))
        .isEqualTo(name);
  }
}
