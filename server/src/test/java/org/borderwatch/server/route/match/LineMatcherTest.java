package org.borderwatch.server.route.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines over a crooked grid of trails, about 300 m a side. */
class LineMatcherTest {
  private static final int SIDE = 25;
  private static final double STEP = 0.003;
  private static final double METRES_PER_DEGREE = 111_000;

  private final Random random = new Random(5);
  private final List<LonLat> nodes = new ArrayList<>();
  private final List<List<LonLat>> lines = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
  private final RoadNetwork network = network();

  private RoadNetwork network() {
    RoadNetwork.Builder builder = new RoadNetwork.Builder("v1", true);
    for (int i = 0; i < SIDE * SIDE; i++) {
      LonLat node = near(new LonLat(106.5 + STEP * (i % SIDE), 21.8 + STEP * (i / SIDE)), 60);
      nodes.add(node);
      builder.node(node.lon(), node.lat());
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (i % SIDE < SIDE - 1 && random.nextDouble() < 0.9) {
        edge(builder, i, i + 1);
      }
      if (i / SIDE < SIDE - 1 && random.nextDouble() < 0.9) {
        edge(builder, i, i + SIDE);
      }
    }
    return builder.build();
  }

  /** A bent line between two nodes. */
  private void edge(RoadNetwork.Builder builder, int from, int to) {
    List<LonLat> line = new ArrayList<>();
    line.add(nodes.get(from));
    for (int i = 1; i < 4; i++) {
      line.add(near(between(nodes.get(from), nodes.get(to), i / 4.0), 25));
    }
    line.add(nodes.get(to));
    double[] lonLat = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      lonLat[2 * i] = line.get(i).lon();
      lonLat[2 * i + 1] = line.get(i).lat();
    }
    double metres = metres(line);
    builder.edge(
        1_000 + lines.size(),
        new NetworkEdge(
            from,
            to,
            WayClass.PATH,
            null,
            null,
            null,
            lonLat,
            new float[0],
            metres,
            metres,
            metres,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            "way/" + lines.size()));
    lines.add(line);
    ends.add(new int[] {from, to});
  }

  private static double metres(List<LonLat> line) {
    double metres = 0;
    for (int i = 1; i < line.size(); i++) {
      metres += line.get(i - 1).metresTo(line.get(i));
    }
    return metres;
  }

  private LonLat near(LonLat at, double sigmaMetres) {
    double degrees = sigmaMetres / METRES_PER_DEGREE;
    return new LonLat(
        at.lon() + random.nextGaussian() * degrees, at.lat() + random.nextGaussian() * degrees);
  }

  private static LonLat between(LonLat a, LonLat b, double share) {
    return new LonLat(a.lon() + share * (b.lon() - a.lon()), a.lat() + share * (b.lat() - a.lat()));
  }

  /** Edges of a walk that never turns round. */
  private List<Integer> walk(int steps) {
    List<Integer> walk = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    int node = random.nextInt(nodes.size());
    while (walk.size() < steps) {
      seen.add(node);
      List<Integer> ahead = new ArrayList<>();
      for (int edge = 0; edge < ends.size(); edge++) {
        int other = other(edge, node);
        if (other >= 0 && !seen.contains(other)) {
          ahead.add(edge);
        }
      }
      if (ahead.isEmpty()) {
        return walk.size() >= 5 ? walk : walk(steps);
      }
      int edge = ahead.get(random.nextInt(ahead.size()));
      walk.add(edge);
      node = other(edge, node);
    }
    return walk;
  }

  private int other(int edge, int node) {
    int[] two = ends.get(edge);
    return two[0] == node ? two[1] : two[1] == node ? two[0] : -1;
  }

  private List<LonLat> lineOf(List<Integer> walk) {
    List<LonLat> line = new ArrayList<>();
    int node = sharedNode(walk);
    for (int edge : walk) {
      List<LonLat> part = new ArrayList<>(lines.get(edge));
      if (ends.get(edge)[0] != node) {
        Collections.reverse(part);
      }
      line.addAll(line.isEmpty() ? part : part.subList(1, part.size()));
      node = other(edge, node);
    }
    return line;
  }

  /** The node at which a walk begins. */
  private int sharedNode(List<Integer> walk) {
    int[] first = ends.get(walk.get(0));
    return other(walk.get(1), first[0]) >= 0 ? first[1] : first[0];
  }

  /** A fix every {@code metres}, each off by a Gaussian of {@code sigmaMetres} on either axis. */
  private List<LonLat> observed(List<LonLat> line, double metres, double sigmaMetres) {
    List<LonLat> fixes = new ArrayList<>();
    fixes.add(near(line.get(0), sigmaMetres));
    double since = 0;
    for (int i = 1; i < line.size(); i++) {
      double leg = line.get(i - 1).metresTo(line.get(i));
      for (double at = metres - since; at < leg; at += metres) {
        fixes.add(near(between(line.get(i - 1), line.get(i), at / leg), sigmaMetres));
      }
      since = (since + leg) % metres;
    }
    fixes.add(near(line.get(line.size() - 1), sigmaMetres));
    return fixes;
  }

  private Set<Integer> edges(MatchedLine matched) {
    Set<Integer> edges = new LinkedHashSet<>();
    for (WayPiece piece : matched.pieces()) {
      // The noise at its ends may reach a few metres into a neighbour.
      double metres = Math.abs(piece.to() - piece.from()) * network.lengthMetres(piece.edge());
      if (metres > 60) {
        edges.add(piece.edge());
      }
    }
    return edges;
  }

  @ParameterizedTest
  @ValueSource(doubles = {15, 40, 90})
  void noisyWalksAreMatchedBackToTheirEdges(double metresBetweenFixes) {
    int right = 0;
    int all = 0;
    int wrong = 0;
    for (int i = 0; i < 100; i++) {
      List<Integer> walk = walk(20);
      MatchedLine matched =
          new LineMatcher(network, MatchRules.USUAL)
              .match(observed(lineOf(walk), metresBetweenFixes, 20));
      Set<Integer> found = edges(matched);
      all += walk.size();
      right += (int) walk.stream().filter(found::contains).count();
      wrong += (int) found.stream().filter(edge -> !walk.contains(edge)).count();
      assertThat(matched.matchedMetres()).isGreaterThan(0.97 * matched.metres());
    }
    assertThat((double) right / all).as("found").isGreaterThanOrEqualTo(0.95);
    assertThat((double) wrong / all).as("never walked").isLessThan(0.03);
  }

  @Test
  void anExactLineIsItsOwnEdgesAndLength() {
    List<Integer> walk = walk(15);
    List<LonLat> line = lineOf(walk);
    MatchedLine matched = new LineMatcher(network, MatchRules.USUAL).match(line);
    assertThat(matched.pieces().stream().map(WayPiece::edge).distinct().toList())
        .containsExactlyElementsOf(walk);
    assertThat(metres(matched.line())).isCloseTo(metres(line), withPercentage(0.5));
    assertThat(matched.matchedMetres()).isEqualTo(matched.metres());
  }

  @Test
  void whatFollowsNoWayStaysAsItWasDrawn() {
    List<LonLat> line = new ArrayList<>(lineOf(walk(10)));
    LonLat end = line.get(line.size() - 1);
    List<LonLat> away =
        List.of(new LonLat(end.lon() + 0.01, end.lat() + 0.2), new LonLat(106.9, 22.2));
    line.addAll(away);
    MatchedLine matched = new LineMatcher(network, MatchRules.USUAL).match(line);
    assertThat(matched.line()).endsWith(away.toArray(LonLat[]::new));
    assertThat(matched.matchedMetres() / matched.metres()).isBetween(0.01, 0.9);
    assertThat(matched.pieces()).isNotEmpty();
  }

  @Test
  void withoutANetworkNothingChanges() {
    List<LonLat> line = List.of(new LonLat(106, 21), new LonLat(106.1, 21.1));
    MatchedLine matched = new LineMatcher(RoadNetwork.EMPTY, MatchRules.USUAL).match(line);
    assertThat(matched.line()).isEqualTo(line);
    assertThat(matched.pieces()).isEmpty();
    assertThat(matched.matchedMetres()).isZero();
  }

  @Test
  void aPositionThatStrayedIsPassedOver() {
    List<Integer> walk = walk(12);
    List<LonLat> fixes = observed(lineOf(walk), 30, 5);
    LonLat middle = fixes.get(fixes.size() / 2);
    fixes.set(fixes.size() / 2, new LonLat(middle.lon() + 0.5, middle.lat()));
    MatchedLine matched = new LineMatcher(network, MatchRules.USUAL).match(fixes);
    assertThat(edges(matched)).containsAll(walk.subList(0, 3));
    assertThat(edges(matched)).containsAll(walk.subList(9, 12));
  }

  @Test
  void aHoleInATrackIsNotFilledWithGuesses() {
    List<LonLat> line = lineOf(walk(14));
    int hole = line.size() / 2;
    List<LonLat> track = new ArrayList<>(line.subList(0, hole));
    track.addAll(line.subList(hole + 12, line.size()));
    boolean[] breaks = new boolean[track.size()];
    breaks[hole] = true;
    MatchedLine matched = new LineMatcher(network, MatchRules.USUAL).match(track, breaks);
    double jump = track.get(hole - 1).metresTo(track.get(hole));
    assertThat(matched.metres() - matched.matchedMetres()).isCloseTo(jump, offset(1.0));
  }
}
