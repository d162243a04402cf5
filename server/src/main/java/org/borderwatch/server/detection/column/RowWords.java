package org.borderwatch.server.detection.column;

import java.util.Collection;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;

/**
 * The coded attributes of a row in one int, a bit for each word: one bit is set in each group, any
 * number among the indicators. "Is any word of this row forbidden" is then one AND for all groups.
 */
public final class RowWords {
  private static final int DIRECTION = 0;
  private static final int SETTING = DIRECTION + Direction.values().length;
  private static final int SOURCE = SETTING + Setting.values().length;
  private static final int OUTCOME = SOURCE + Source.values().length;
  private static final int NEIGHBOUR = OUTCOME + Outcome.values().length;
  private static final int KIND = NEIGHBOUR + Neighbour.values().length;
  private static final int INDICATOR = KIND + 2;

  private static final Source[] SOURCES = Source.values();
  private static final Neighbour[] NEIGHBOURS = Neighbour.values();

  static {
    if (INDICATOR + Indicator.values().length >= Integer.SIZE) {
      throw new ExceptionInInitializerError(
          "more words than bits: give indicators their own column");
    }
  }

  /** The bit of real rows. */
  public static final int REAL = 1 << KIND;

  /** The bit of simulated rows. */
  public static final int SYNTHETIC = 2 << KIND;

  private RowWords() {}

  public static int bit(Direction word) {
    return 1 << (DIRECTION + word.ordinal());
  }

  public static int bit(Setting word) {
    return 1 << (SETTING + word.ordinal());
  }

  public static int bit(Source word) {
    return 1 << (SOURCE + word.ordinal());
  }

  public static int bit(Outcome word) {
    return 1 << (OUTCOME + word.ordinal());
  }

  public static int bit(Neighbour word) {
    return 1 << (NEIGHBOUR + word.ordinal());
  }

  public static int bit(Indicator word) {
    return 1 << (INDICATOR + word.ordinal());
  }

  public static int kind(boolean synthetic) {
    return synthetic ? SYNTHETIC : REAL;
  }

  public static int bits(Collection<Indicator> words) {
    int bits = 0;
    for (Indicator word : words) {
      bits |= bit(word);
    }
    return bits;
  }

  /** How a row with these bits became known. */
  public static Source source(int words) {
    return SOURCES[Integer.numberOfTrailingZeros(words & sources()) - SOURCE];
  }

  /** The neighbour whose line is nearest to a row with these bits. */
  public static Neighbour neighbour(int words) {
    return NEIGHBOURS[Integer.numberOfTrailingZeros(words & neighbours()) - NEIGHBOUR];
  }

  static int directions() {
    return group(DIRECTION, SETTING);
  }

  static int settings() {
    return group(SETTING, SOURCE);
  }

  static int sources() {
    return group(SOURCE, OUTCOME);
  }

  static int outcomes() {
    return group(OUTCOME, NEIGHBOUR);
  }

  static int neighbours() {
    return group(NEIGHBOUR, KIND);
  }

  static int kinds() {
    return REAL | SYNTHETIC;
  }

  private static int group(int from, int until) {
    return (1 << until) - (1 << from);
  }
}
