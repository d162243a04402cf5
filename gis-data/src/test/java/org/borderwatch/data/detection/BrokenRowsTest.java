package org.borderwatch.data.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenRowsTest {
  static List<BrokenRows.Broken> kinds() {
    return BrokenRows.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsRefusedForItsOwnReason(BrokenRows.Broken broken) {
    String header = String.join(",", DetectionCsvWriter.header());
    Rules.Outcome outcome = Rules.csv(header + "\n" + broken.row() + "\n");
    Refusal refusal = outcome.only();
    assertThat(refusal.why()).isEqualTo(broken.why());
    assertThat(refusal.field()).isEqualTo(broken.field());
    assertThat(refusal.line()).isEqualTo(2);
    for (String sentence :
        List.of(refusal.reason(), refusal.remedy(), refusal.reasonVi(), refusal.remedyVi())) {
      assertThat(sentence).isNotBlank().doesNotContain("{").doesNotContain("}");
    }
  }

  @Test
  void thereAreAHundredKindsAndTheGoodRowsBetweenThemAreTaken() {
    int kinds = BrokenRows.all().size();
    Rules.Outcome outcome = Rules.csv(BrokenRows.file());
    assertThat(kinds).isGreaterThanOrEqualTo(100);
    assertThat(outcome.good()).hasSize(kinds);
    assertThat(outcome.refusals()).hasSize(kinds);
    assertThat(outcome.refusals()).allMatch(refusal -> refusal.line() % 2 == 0);
    assertThat(outcome.good()).allMatch(good -> good.line() % 2 == 1);
  }

  @Test
  void aRemedyNamesWhatWasMeant() {
    assertThat(remedy("direction", "xuat canh")).contains("exit");
    assertThat(remedy("setting", "Đường Mòn")).contains("trail");
    assertThat(remedy("indicators", "dept")).contains("debt");
    assertThat(remedy("station", "ls-1")).contains("LS-01");
    assertThat(remedy("origin", "Lang Sonn")).contains("VN-09");
    assertThat(remedy("observed_at", "2024-06-30 21:10")).contains("2024-06-30T21:10+07:00");
    assertThat(remedy("observed_at", "5/6/2024 7h05")).contains("2024-06-05T07:05:00+07:00");
  }

  @Test
  void everyWrongFieldOfARowIsToldAtOnce() {
    Rules.Outcome outcome = Rules.csv("observed_at,lon,lat,persons\nx,y,21.9,0\n");
    assertThat(outcome.refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("observed_at", "lon", "persons");
  }

  @Test
  void whatIsShownOfARefusedRowIsCutAndHarmless() {
    Refusal refusal = Rules.csv("observed_at,lon,lat\n" + "\u001b".repeat(300) + ",1,2\n").only();
    assertThat(refusal.value()).hasSizeLessThan(90).doesNotContain("\u001b");
  }

  private static String remedy(String field, String text) {
    String values = "2024-06-30T21:10:00+07:00,106.69767,21.9511";
    String file =
        field.equals("observed_at")
            ? "observed_at,lon,lat\n" + text + ",106.69767,21.9511\n"
            : "observed_at,lon,lat," + field + "\n" + values + "," + text + "\n";
    return Rules.csv(file).only().remedy();
  }
}
