package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.network.LeftOut.Reason;

/** Counts what a reading finds, takes and leaves out. One thread; added up afterwards, in order. */
final class Tally {
  /** What differs beyond that is counted together: words of a file are without end. */
  private static final int MOST_KINDS = 300;

  private static final String OTHERS = "…";

  private record Kind(Reason why, String what) {}

  private static final class Lost {
    private long count;
    private final List<String> examples = new ArrayList<>(1);
  }

  private static final class OfClass {
    private long found;
    private long ways;
    private long edges;
    private double metres;
    private double closedMetres;
  }

  private final Map<Kind, Lost> lost = new LinkedHashMap<>();
  private final Map<WayClass, OfClass> classes = new EnumMap<>(WayClass.class);
  private final Map<NetworkFeature.Kind, Integer> features =
      new EnumMap<>(NetworkFeature.Kind.class);
  private long nodes;
  private long ways;
  private long relations;

  void foundNodes(long count) {
    nodes += count;
  }

  void foundWay() {
    ways++;
  }

  void foundRelation() {
    relations++;
  }

  void found(WayClass wayClass) {
    of(wayClass).found++;
  }

  void took(WayClass wayClass) {
    of(wayClass).ways++;
  }

  void took(NetworkEdge edge) {
    OfClass counts = of(edge.wayClass());
    counts.edges++;
    counts.metres += edge.lengthMetres();
    if (isClosed(edge)) {
      counts.closedMetres += edge.lengthMetres();
    }
  }

  private static boolean isClosed(NetworkEdge edge) {
    return Double.isInfinite(edge.walkSeconds())
        && Double.isInfinite(edge.walkSecondsBack())
        && Double.isInfinite(edge.driveSeconds())
        && Double.isInfinite(edge.driveSecondsBack());
  }

  void took(NetworkFeature.Kind kind) {
    features.merge(kind, 1, Integer::sum);
  }

  private OfClass of(WayClass wayClass) {
    return classes.computeIfAbsent(wayClass, key -> new OfClass());
  }

  /** Counts one thing that was left out. */
  void leftOut(Reason why, String what, String example) {
    leftOut(why, what, 1, List.of(example));
  }

  void leftOut(Reason why, String what, long count, List<String> examples) {
    Kind kind = new Kind(why, what);
    if (lost.size() >= MOST_KINDS && !lost.containsKey(kind)) {
      kind = new Kind(why, OTHERS);
    }
    Lost one = lost.computeIfAbsent(kind, key -> new Lost());
    one.count += count;
    for (String example : examples) {
      if (one.examples.size() < LeftOut.EXAMPLES) {
        one.examples.add(example);
      }
    }
  }

  void add(Tally other) {
    nodes += other.nodes;
    ways += other.ways;
    relations += other.relations;
    other.lost.forEach((kind, one) -> leftOut(kind.why, kind.what, one.count, one.examples));
    other.features.forEach((kind, count) -> features.merge(kind, count, Integer::sum));
    other.classes.forEach(
        (wayClass, counts) -> {
          OfClass sum = of(wayClass);
          sum.found += counts.found;
          sum.ways += counts.ways;
          sum.edges += counts.edges;
          sum.metres += counts.metres;
          sum.closedMetres += counts.closedMetres;
        });
  }

  /** All of it; the largest losses of each reason first. */
  NetworkReport report(int networkNodes, long wayNodes) {
    Map<WayClass, NetworkReport.ClassCount> byClass = new EnumMap<>(WayClass.class);
    long edges = 0;
    double metres = 0;
    for (Map.Entry<WayClass, OfClass> entry : classes.entrySet()) {
      OfClass counts = entry.getValue();
      edges += counts.edges;
      metres += counts.metres;
      byClass.put(
          entry.getKey(),
          new NetworkReport.ClassCount(
              counts.found,
              counts.ways,
              counts.edges,
              counts.metres / 1000,
              counts.closedMetres / 1000));
    }
    List<LeftOut> leftOut = new ArrayList<>();
    lost.forEach(
        (kind, one) -> leftOut.add(new LeftOut(kind.why, kind.what, one.count, one.examples)));
    leftOut.sort(
        Comparator.comparing(LeftOut::why)
            .thenComparing(LeftOut::count, Comparator.reverseOrder())
            .thenComparing(LeftOut::what));
    return new NetworkReport(
        new NetworkReport.Found(nodes, ways, relations),
        networkNodes,
        Math.toIntExact(edges),
        metres / 1000,
        wayNodes,
        byClass,
        new EnumMap<>(features),
        leftOut);
  }
}
