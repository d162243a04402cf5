package org.borderwatch.server.hotspot;

import org.borderwatch.server.hotspot.scan.ScanCases;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.StudyLimits;

/** How large a scan may be. */
final class ScanLimits {
  static final String GREAT_CIRCLE = "great circle, sphere 6,371.0 km";

  private ScanLimits() {}

  /** Refuses more places than distances between all of them are kept for. */
  static void require(String input, int places) {
    if (places > ScanCases.MOST_PLACES) {
      throw Refusal.of(
          input,
          "Có %d nơi; phép quét nhận nhiều nhất %d. Hãy chọn ô lớn hơn hoặc đoạn biên giới ngắn hơn."
              .formatted(places, ScanCases.MOST_PLACES),
          "There are %d places; a scan takes at most %d. Take larger cells or a shorter stretch."
              .formatted(places, ScanCases.MOST_PLACES));
    }
  }

  /** Refuses more places times steps than fit into memory. */
  static void requireNumbers(String input, int places, int steps) {
    if ((long) places * steps > StudyLimits.MOST_BINS) {
      throw Refusal.of(
          input,
          "%d nơi nhân %d bước là quá nhiều; hãy chọn bước dài hơn.".formatted(places, steps),
          "%d places times %d steps are too many; take a longer step.".formatted(places, steps));
    }
  }
}
