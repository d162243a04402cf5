package org.borderwatch.data.effort;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.Word;

/** The properties of tracks and watches, as files have them. */
public enum EffortField implements Word {
  SOURCE_REF,
  TEAM,
  STATION,
  START,
  END,
  FROM,
  TO,
  RADIUS_METRES;

  /** Those that a track may have, beside {@code times}. */
  static final Set<EffortField> OF_TRACK = Set.of(SOURCE_REF, TEAM, STATION, START, END);

  /** Those that a watch may have. */
  static final Set<EffortField> OF_WATCH = Set.of(SOURCE_REF, STATION, FROM, TO, RADIUS_METRES);

  /** All of them by name. */
  public static List<String> header() {
    return Arrays.stream(values()).map(Word::code).toList();
  }
}
