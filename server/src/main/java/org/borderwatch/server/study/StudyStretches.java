package org.borderwatch.server.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.StationStretch;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of border that a study is about: those that the filter names, by chainage or by
 * station. Where it names none, those where anything of that kind of data was ever seen or anybody
 * ever looked: the whole stretch of each such station, and ten kilometres where no station answers.
 * Direction, setting, period and the like have no say, so that studies of them are about the same
 * cells.
 */
public final class StudyStretches {
  private static final double SECTION_METRES = 1000;
  private static final int UNANSWERED_KM = 10;

  private final LandBorder border;
  private final List<StationStretch> stations;

  /** Of this border with these stations. */
  public StudyStretches(LandBorder border, List<StationStretch> stations) {
    this.border = border;
    this.stations = stations;
  }

  /** The stretches that {@code filter}, its kind decided, is about. */
  public List<Stretch> of(
      DetectionFilter filter, DetectionView view, EffortSource effort, Crew crew) {
    List<Stretch> named =
        stations.stream()
            .filter(one -> filter.stations().contains(one.station()))
            .map(StationStretch::stretch)
            .toList();
    boolean byLine = !filter.borderWith().isEmpty() || filter.borderKm().isPresent();
    Set<Neighbour> lines =
        filter.borderWith().isEmpty()
            ? EnumSet.allOf(Neighbour.class)
            : EnumSet.copyOf(filter.borderWith());
    if (named.isEmpty() && !byLine) {
      return whereAnythingIs(filter.synthetic().orElse(false), view, effort, crew);
    }
    List<Stretch> stretches = new ArrayList<>();
    for (Neighbour with : lines) {
      Stretch asked = asked(with, filter.borderKm());
      if (asked != null && named.isEmpty()) {
        stretches.add(asked);
      }
      for (Stretch one : named) {
        if (asked != null && one.with() == with) {
          common(asked, one).ifPresent(stretches::add);
        }
      }
    }
    return stretches;
  }

  /** A point at the very end of the line is on it, though stretches are half-open. */
  private @Nullable Stretch asked(Neighbour with, Optional<Range> km) {
    double end = border.line(with).lengthKm() + 0.001;
    double from = Math.max(0, km.map(Range::min).orElse(0.0));
    double to = Math.min(end, km.map(Range::max).orElse(end));
    return from < to ? new Stretch(with, from, to) : null;
  }

  private static Optional<Stretch> common(Stretch one, Stretch other) {
    double from = Math.max(one.fromKm(), other.fromKm());
    double to = Math.min(one.toKm(), other.toKm());
    return from < to ? Optional.of(new Stretch(one.with(), from, to)) : Optional.empty();
  }

  private List<Stretch> whereAnythingIs(
      boolean synthetic, DetectionView view, EffortSource effort, Crew crew) {
    List<Stretch> stretches = new ArrayList<>();
    for (BorderLine line : border.lines()) {
      boolean[] any = new boolean[(int) Math.ceil(line.lengthKm()) + 1];
      DetectionFilter kind =
          DetectionFilter.ALL.withSynthetic(synthetic).withBorderWith(Set.of(line.with()));
      view.bySections(kind, SECTION_METRES, Optional.empty()).stream()
          .mapToInt(section -> (int) Math.min(any.length - 1, section.section()))
          .forEach(section -> any[section] = true);
      if (effort.hasAny(synthetic)) {
        mark(any, line.with(), synthetic, effort, crew);
      }
      stretches.addAll(whole(line, any));
    }
    return stretches;
  }

  private static void mark(
      boolean[] any, Neighbour with, boolean synthetic, EffortSource effort, Crew crew) {
    long[] always = {0, Integer.MAX_VALUE};
    EffortCounts counts =
        effort.bySections(
            new EffortFilter(always[0], always[1], Set.of(), synthetic),
            with,
            SECTION_METRES,
            0,
            any.length,
            always,
            crew);
    IntStream.range(0, any.length)
        .filter(i -> counts.patrolHours()[i] + counts.sensorHours()[i] > 0)
        .forEach(i -> any[i] = true);
  }

  private List<Stretch> whole(BorderLine line, boolean[] any) {
    List<Stretch> whole = new ArrayList<>();
    for (StationStretch station : stations) {
      Stretch stretch = station.stretch();
      if (stretch.with() != line.with()) {
        continue;
      }
      // A kilometre belongs to the station that answers for its middle.
      int from = (int) Math.min(any.length, Math.max(0, Math.ceil(stretch.fromKm() - 0.5)));
      int to = (int) Math.min(any.length, Math.max(from, Math.ceil(stretch.toKm() - 0.5)));
      if (IntStream.range(from, to).anyMatch(km -> any[km])) {
        whole.add(stretch);
      }
      Arrays.fill(any, from, to, false);
    }
    for (int km = 0; km < any.length; km++) {
      if (any[km]) {
        int from = km / UNANSWERED_KM * UNANSWERED_KM;
        whole.add(new Stretch(line.with(), from, from + UNANSWERED_KM));
        Arrays.fill(any, km, Math.min(any.length, from + UNANSWERED_KM), false);
      }
    }
    return whole;
  }
}
