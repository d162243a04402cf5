package org.borderwatch.server.hotspot.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergingLabelTest {
  private static final MannKendall FLAT = new MannKendall(0, 1, 0, 1);
  private static final MannKendall UP = new MannKendall(30, 100, 2.9, 0.004);
  private static final MannKendall DOWN = new MannKendall(-30, 100, -2.9, 0.004);
  private static final MannKendall HARDLY_UP = new MannKendall(9, 100, 0.8, 0.42);

  @ParameterizedTest
  @CsvSource({
    ".........H, new hot spot",
    "H, new hot spot",
    "C........H, new hot spot",
    "CCCCCCCCCH, new hot spot",
    ".......HHH, consecutive hot spot",
    "CC.....CHH, consecutive hot spot",
    "..HHHHHHHH, consecutive hot spot",
    "HHHHHHHHHH, persistent hot spot",
    ".HHHHHHHHH, persistent hot spot",
    "HHHHCHHHHH, persistent hot spot",
    "HH, persistent hot spot",
    "H.H.H....H, sporadic hot spot",
    "HHHHH..HHH, sporadic hot spot",
    "C.H....H.H, oscillating hot spot",
    "HC.......H, oscillating hot spot",
    "HHHHHHHHH., historical hot spot",
    "HHHHHHHHHHHHHHHHHH.., historical hot spot",
    "HHHHHHHHHC, new cold spot",
    "HHHHHHHH.., no pattern detected",
    "HHHHHHHH., no pattern detected",
    "H.H.H.H.H., no pattern detected",
    ".........., no pattern detected"
  })
  void seriesHaveTheLabelOfTheDefinitions(String series, String label) {
    assertThat(EmergingLabel.of(bins(series), FLAT, 0.1).label()).isEqualTo(label);
  }

  @Test
  void noBinsNoPattern() {
    assertThat(EmergingLabel.of(new int[0], FLAT, 0.1))
        .isEqualTo(EmergingLabel.NO_PATTERN_DETECTED);
  }

  @Test
  void theTrendCountsOnlyWhereItIsSignificant() {
    int[] hot = bins("HHHHHHHHHH");
    int[] cold = bins("CCCCCCCCCC");

    assertThat(EmergingLabel.of(hot, UP, 0.1)).isEqualTo(EmergingLabel.INTENSIFYING_HOT_SPOT);
    assertThat(EmergingLabel.of(hot, DOWN, 0.1)).isEqualTo(EmergingLabel.DIMINISHING_HOT_SPOT);
    assertThat(EmergingLabel.of(hot, HARDLY_UP, 0.1)).isEqualTo(EmergingLabel.PERSISTENT_HOT_SPOT);
    assertThat(EmergingLabel.of(hot, UP, 0.001)).isEqualTo(EmergingLabel.PERSISTENT_HOT_SPOT);
    assertThat(EmergingLabel.of(cold, DOWN, 0.1)).isEqualTo(EmergingLabel.INTENSIFYING_COLD_SPOT);
    assertThat(EmergingLabel.of(cold, UP, 0.1)).isEqualTo(EmergingLabel.DIMINISHING_COLD_SPOT);
  }

  /**
   * All series of up to eight bins, and those of ten of which one differs: the label is one of
   * those whose definition fits, each taken alone, and there is none only where none fits.
   */
  @Test
  void everySeriesHasExactlyOneLabelAndItsDefinitionFits() {
    Set<EmergingLabel> seen = EnumSet.noneOf(EmergingLabel.class);
    for (int[] series : allSeries()) {
      for (MannKendall trend : new MannKendall[] {FLAT, UP, DOWN}) {
        EmergingLabel label = EmergingLabel.of(series, trend, 0.1);
        seen.add(label);
        Set<String> fitting = fitting(series, trend);
        if (label == EmergingLabel.NO_PATTERN_DETECTED) {
          assertThat(fitting).as(text(series)).isEmpty();
        } else {
          assertThat(fitting).as(text(series)).contains(label.label());
        }
      }
    }
    assertThat(seen).isEqualTo(EnumSet.allOf(EmergingLabel.class));
  }

  @Test
  void swappingHotAndColdSwapsTheLabels() {
    for (int[] series : allSeries()) {
      int[] mirror = Arrays.stream(series).map(bin -> -bin).toArray();
      for (MannKendall trend : new MannKendall[] {FLAT, UP, DOWN}) {
        MannKendall opposite = trend == UP ? DOWN : trend == DOWN ? UP : FLAT;
        String label = EmergingLabel.of(series, trend, 0.1).label();
        String swapped =
            label.contains("hot") ? label.replace("hot", "cold") : label.replace("cold", "hot");
        assertThat(EmergingLabel.of(mirror, opposite, 0.1).label()).isEqualTo(swapped);
      }
    }
  }

  @Test
  void aBinThatIsNeitherIsRefused() {
    assertThatThrownBy(() -> EmergingLabel.of(new int[] {0, 2}, FLAT, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2");
  }

  /** Each published definition by itself, without any order among them. */
  private static Set<String> fitting(int[] series, MannKendall trend) {
    Set<String> fitting = new TreeSet<>();
    int n = series.length;
    for (int sign : new int[] {1, -1}) {
      String kind = sign == 1 ? " hot spot" : " cold spot";
      int[] own = Arrays.stream(series).map(bin -> sign * bin).toArray();
      long hot = Arrays.stream(own).filter(bin -> bin == 1).count();
      long cold = Arrays.stream(own).filter(bin -> bin == -1).count();
      boolean last = n > 0 && own[n - 1] == 1;
      boolean before = Arrays.stream(own, 0, Math.max(0, n - 1)).anyMatch(bin -> bin == 1);
      String text = text(own);
      boolean oneRun = text.matches("[.C]*HH+");
      boolean most = hot * 10 >= n * 9 && n > 0;
      int rise = sign * (int) Math.signum(trend.z());
      Map<String, Boolean> rules = new LinkedHashMap<>();
      rules.put("new", last && !before);
      rules.put("consecutive", oneRun && !most);
      rules.put("intensifying", last && most && rise > 0);
      rules.put("persistent", last && most && rise == 0);
      rules.put("diminishing", last && most && rise < 0);
      rules.put("sporadic", last && text.matches(".*H[.]+H+") && !most && cold == 0);
      rules.put("oscillating", last && !most && cold > 0);
      rules.put("historical", n > 0 && !last && most);
      rules.forEach(
          (name, fits) -> {
            if (fits) {
              fitting.add(name + kind);
            }
          });
    }
    return fitting;
  }

  private static List<int[]> allSeries() {
    List<int[]> all = new ArrayList<>();
    for (int length = 0; length <= 8; length++) {
      int count = (int) Math.pow(3, length);
      for (int code = 0; code < count; code++) {
        int[] series = new int[length];
        for (int i = 0, rest = code; i < length; i++, rest /= 3) {
          series[i] = rest % 3 - 1;
        }
        all.add(series);
      }
    }
    // With eight bins 90 % are all of them; with ten one may differ.
    for (int at = 0; at < 10; at++) {
      for (int sign : new int[] {1, -1}) {
        for (int other : new int[] {0, -sign}) {
          int[] series = new int[10];
          Arrays.fill(series, sign);
          series[at] = other;
          all.add(series);
        }
      }
    }
    return all;
  }

  private static String text(int[] bins) {
    StringBuilder text = new StringBuilder();
    for (int bin : bins) {
      text.append("C.H".charAt(bin + 1));
    }
    return text.toString();
  }

  private static int[] bins(String series) {
    return series.chars().map(bin -> "C.H".indexOf(bin) - 1).toArray();
  }
}
