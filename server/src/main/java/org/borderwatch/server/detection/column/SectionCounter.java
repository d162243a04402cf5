package org.borderwatch.server.detection.column;

import org.jspecify.annotations.Nullable;

/**
 * Counts events and people by section {@code floor(km * 1000 / sectionMetres)} and, within it, by
 * step of time. Sections where nothing was counted take no room.
 */
public final class SectionCounter implements BlockVisitor {
  private static final double MM_PER_KM = 1e6;

  private final double sectionMetres;
  private final long[] starts;
  private final @Nullable StepCounter[] sections;

  /**
   * Nothing counted yet.
   *
   * @param mostBorderMm no row lies beyond
   * @param starts of the steps, as {@link StepCounter} takes them; one start when steps don't
   *     matter
   */
  public SectionCounter(double sectionMetres, long mostBorderMm, long[] starts) {
    this.sectionMetres = sectionMetres;
    this.starts = starts;
    this.sections = new @Nullable StepCounter[section(mostBorderMm) + 1];
  }

  /** In double arithmetic on kilometres, as SQL does it: the result is the same to the last bit. */
  private int section(long borderMm) {
    return (int) Math.floor(borderMm / MM_PER_KM * 1000 / sectionMetres);
  }

  private StepCounter at(int section) {
    StepCounter found = sections[section];
    if (found == null) {
      found = new StepCounter(starts);
      sections[section] = found;
    }
    return found;
  }

  @Override
  public void range(Block block, int from, int until) {
    int first = section(block.minBorderMm);
    if (first == section(block.maxBorderMm)) {
      at(first).range(block, from, until);
      return;
    }
    for (int row = from; row < until; row++) {
      at(section(block.borderMm(row))).add(block, row);
    }
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    int first = section(block.minBorderMm);
    if (first == section(block.maxBorderMm)) {
      at(first).rows(block, rows, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      at(section(block.borderMm(rows[i]))).add(block, rows[i]);
    }
  }

  /** How many sections there may be; the last may be empty. */
  public int sections() {
    return sections.length;
  }

  /** What was counted in a section by steps; null when nothing was. */
  public @Nullable StepCounter section(int number) {
    return sections[number];
  }

  /** Adds what another counted by the same sections and steps. */
  public void add(SectionCounter other) {
    for (int i = 0; i < sections.length; i++) {
      StepCounter more = other.sections[i];
      if (more != null) {
        at(i).add(more);
      }
    }
  }
}
