package org.borderwatch.server.study;

import org.borderwatch.server.http.ApiException.BadParameter;

/** How large an analysis of the store may be, and what it says when it would be larger. */
public final class StudyLimits {
  /** More hexagons than any map shows and any reader believes. */
  public static final int MOST_CELLS = 200_000;

  /** Cells times steps of time: 128 bytes each while they are counted, 0.5 GB in all. */
  public static final int MOST_BINS = 4_000_000;

  /** Pairs of neighbouring cells, 4 bytes each. */
  public static final long MOST_PAIRS = 60_000_000;

  private StudyLimits() {}

  static BadParameter tooManyCells(double cellMetres) {
    return Refusal.of(
        "cellMetres",
        "Vùng nghiên cứu có hơn %d ô %.0f m; hãy chọn ô lớn hơn, hoặc đoạn biên giới ngắn hơn trong filter."
            .formatted(MOST_CELLS, cellMetres),
        "The study area has more than %d cells of %.0f m; take larger cells, or a shorter stretch of border in filter."
            .formatted(MOST_CELLS, cellMetres));
  }

  /** Refuses what wouldn't fit into memory. */
  static void requireBins(long cells, int steps) {
    if (cells * steps > MOST_BINS) {
      throw Refusal.of(
          "step",
          "%d ô nhân %d bước là quá nhiều (nhiều nhất %d); hãy chọn bước dài hơn, thời kỳ ngắn hơn hoặc ô lớn hơn."
              .formatted(cells, steps, MOST_BINS),
          "%d cells times %d steps are too many (at most %d); take longer steps, a shorter period or larger cells."
              .formatted(cells, steps, MOST_BINS));
    }
  }

  /** Refuses a band within which there would be too many neighbours. */
  public static void requireBand(long places, double neighboursEach, double bandMetres) {
    if (places * neighboursEach > MOST_PAIRS) {
      throw Refusal.of(
          "bandMetres",
          "Trong bán kính %.0f m mỗi nơi có khoảng %.0f lân cận: quá nhiều. Hãy chọn bandMetres nhỏ hơn."
              .formatted(bandMetres, neighboursEach),
          "Within %.0f m each place has about %.0f neighbours: too many. Take a smaller bandMetres."
              .formatted(bandMetres, neighboursEach));
    }
  }

  /** What an analysis of the store holds at most with so many steps. */
  public static long mostBytes(double cellAreaSquareMetres, int steps) {
    double border = 4_700_000.0 * StudyQuestion.DEFAULT_DEPTH_METRES;
    long cells = (long) Math.min(MOST_CELLS, 20_000 + 1.5 * border / cellAreaSquareMetres);
    return 64_000_000 + cells * (2_000 + 400L * Math.min(steps, MOST_BINS / Math.max(1, cells)));
  }
}
