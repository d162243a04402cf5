package org.borderwatch.data.effort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.detection.Refusal;
import org.jspecify.annotations.Nullable;

/** A track or a watch as it stands in a file, while it is read. Not for several threads. */
public final class EffortRow {
  /** No track has more positions. */
  static final int MOST_FIXES = 200_000;

  private final long line;
  private final Map<EffortField, String> texts = new EnumMap<>(EffortField.class);
  private final List<List<double[]>> lines = new ArrayList<>();
  private final List<@Nullable String> times = new ArrayList<>();
  private int fixes;
  private @Nullable Refusal broken;

  EffortRow(long line) {
    this.line = line;
  }

  /** Number of the track or feature, from 1. */
  public long line() {
    return line;
  }

  @Nullable String text(EffortField field) {
    return texts.get(field);
  }

  void text(EffortField field, @Nullable String text) {
    if (text != null) {
      texts.put(field, text);
    }
  }

  void beginLine() {
    lines.add(new ArrayList<>());
  }

  /** Adds a position to the last line; beyond the limit it is only counted. */
  void position(double lon, double lat) {
    if (++fixes <= MOST_FIXES) {
      lines.get(lines.size() - 1).add(new double[] {lon, lat});
    }
  }

  /** Adds the time of the next position. */
  void time(@Nullable String time) {
    if (times.size() <= MOST_FIXES) {
      times.add(time);
    }
  }

  int fixes() {
    return fixes;
  }

  List<List<double[]>> lines() {
    return lines;
  }

  List<@Nullable String> times() {
    return times;
  }

  @Nullable Refusal broken() {
    return broken;
  }

  /** Remembers the first thing that is wrong. */
  void refuse(Refusal refusal) {
    if (broken == null) {
      broken = refusal;
    }
  }

  /** The row for the file of refused rows: never a position, and no team that is no code. */
  public List<String> cells() {
    List<String> cells = new ArrayList<>();
    for (EffortField field : EffortField.values()) {
      String text = texts.getOrDefault(field, "");
      cells.add(field == EffortField.TEAM && !PatrolTrack.isTeam(text) ? "" : text);
    }
    return cells;
  }
}
