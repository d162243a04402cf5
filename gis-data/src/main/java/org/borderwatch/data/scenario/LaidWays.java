package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.WayClass;
import org.jspecify.annotations.Nullable;

/** Ways while they are laid: along the steps of a {@link Mesh}, and roads that run beyond it. */
final class LaidWays {
  /** What a way is. */
  record Kind(WayClass wayClass, @Nullable String ref, @Nullable String surface) {}

  /** A road outside the mesh, between two of its places. */
  record Beyond(int from, int to, List<LonLat> between, Kind kind) {}

  private final Map<Long, Kind> steps = new LinkedHashMap<>();
  private final List<Beyond> beyond = new ArrayList<>();

  /** Lays a way along neighbouring places; where there is one already, the greater one stays. */
  void lay(List<Integer> way, Kind kind) {
    for (int i = 1; i < way.size(); i++) {
      steps.merge(key(way.get(i - 1), way.get(i)), kind, LaidWays::greater);
    }
  }

  void layBeyond(Beyond road) {
    beyond.add(road);
  }

  private static Kind greater(Kind a, Kind b) {
    return a.wayClass().compareTo(b.wayClass()) <= 0 ? a : b;
  }

  /** What is laid between two neighbours. */
  Optional<Kind> kind(int a, int b) {
    return Optional.ofNullable(steps.get(key(a, b)));
  }

  boolean isLaid(int a, int b) {
    return steps.containsKey(key(a, b));
  }

  /** Whether a vehicle can go there. */
  boolean isRoad(int a, int b) {
    return kind(a, b).filter(kind -> kind.wayClass().compareTo(WayClass.TRACK) <= 0).isPresent();
  }

  /** Every step, by its two places. */
  Map<Long, Kind> steps() {
    return steps;
  }

  List<Beyond> beyond() {
    return beyond;
  }

  void removeStep(long key) {
    steps.remove(key);
  }

  static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  static int lower(long key) {
    return (int) (key >>> 32);
  }

  static int higher(long key) {
    return (int) key;
  }
}
