package org.borderwatch.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
  private static final List<String> WORDS = List.of("exit", "entry", "unknown");

  @Test
  void aSlipIsRecognised() {
    assertThat(NearestWord.to("exitt", WORDS)).contains("exit");
    assertThat(NearestWord.to("ENTYR", WORDS)).contains("entry");
  }

  @Test
  void aStrangerIsNot() {
    assertThat(NearestWord.to("sideways", WORDS)).isEmpty();
  }

  @Test
  void theDistanceIsThatOfLevenshtein() {
    assertThat(NearestWord.editDistance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestWord.editDistance("", "abc")).isEqualTo(3);
  }
}
