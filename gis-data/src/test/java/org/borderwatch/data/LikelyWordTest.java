package org.borderwatch.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyWordTest {
  private static final LikelyWord WORDS =
      new LikelyWord(
          Map.of("exit", "exit", "xuất cảnh", "exit", "entry", "entry", "Tân Thanh", "LS-04"));

  @ParameterizedTest
  @CsvSource({
    "exitt, exit",
    "EXIT, exit",
    "ENTYR, entry",
    "xuat canh, exit",
    "xuat_canh, exit",
    "tan thnah, LS-04"
  })
  void aSlipIsRecognised(String typed, String meant) {
    assertThat(WORDS.find(typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sideways", "", "?"})
  void aStrangerIsNot(String typed) {
    assertThat(WORDS.find(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"limitt, limit", "bbx, bbox", "dateTime, datetime"})
  void oneOfSomeWordsIsOffered(String typed, String meant) {
    assertThat(LikelyWord.among(List.of("limit", "bbox", "datetime"), typed)).contains(meant);
  }
}
