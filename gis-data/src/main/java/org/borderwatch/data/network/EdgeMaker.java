package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.network.LeftOut.Reason;

/**
 * Makes edges and features of lines. The ends of its edges are numbers of vertices. One thread;
 * many of them work side by side.
 */
final class EdgeMaker {
  private final Vertices vertices;
  private final Junctions junctions;
  private final Barriers barriers;
  private final EdgeTimes times;
  private final NetworkClip clip;
  private final Tally tally = new Tally();
  private final List<NetworkEdge> edges = new ArrayList<>();
  private final List<NetworkFeature> features = new ArrayList<>();

  EdgeMaker(
      Vertices vertices,
      Junctions junctions,
      Barriers barriers,
      EdgeTimes times,
      NetworkClip clip) {
    this.vertices = vertices;
    this.junctions = junctions;
    this.barriers = barriers;
    this.times = times;
    this.clip = clip;
  }

  List<NetworkEdge> edges() {
    return edges;
  }

  List<NetworkFeature> features() {
    return features;
  }

  Tally tally() {
    return tally;
  }

  void line(Line line) {
    Road road = line.road();
    if (road != null) {
      new EdgesOfWay(line, road).make();
    }
    Beside beside = line.beside();
    if (beside != null) {
      beside(line, beside);
    }
  }

  /** Cuts one way into its edges. */
  private final class EdgesOfWay implements Junctions.EdgeTaker {
    private final Line line;
    private final Road road;
    private final String sourceRef;
    private int inside;
    private int outside;

    EdgesOfWay(Line line, Road road) {
      this.line = line;
      this.road = road;
      this.sourceRef = line.sourceRef();
    }

    void make() {
      junctions.cut(line, this);
      if (inside + outside == 0) {
        nothingOf(line, road.shown());
      } else if (inside == 0) {
        tally.leftOut(Reason.OUTSIDE, road.shown(), sourceRef);
      } else {
        tally.took(road.wayClass());
        if (line.lacksVertices()) {
          tally.leftOut(Reason.NODES_MISSING_IN_PART, road.shown(), sourceRef);
        }
        if (outside > 0) {
          tally.leftOut(Reason.OUTSIDE_IN_PART, road.shown(), outside, List.of(sourceRef));
        }
      }
    }

    @Override
    public void take(int from, int last) {
      double[] lonLat = vertices.lonLat(line.vertices(), from, last + 1);
      int place = inside + outside;
      if (!clip.touches(lonLat)) {
        outside++;
        return;
      }
      inside++;
      NetworkEdge edge =
          times.edge(
              line.vertices()[from],
              line.vertices()[last],
              road.wayClass(),
              road.name(),
              road.ref(),
              road.surface(),
              barriers.passage(line, road, from, last),
              lonLat,
              sourceRef + "/" + place);
      edges.add(edge);
      tally.took(edge);
    }
  }

  private void nothingOf(Line line, String what) {
    tally.leftOut(
        line.lacksVertices() ? Reason.NODES_MISSING : Reason.TOO_SHORT, what, line.sourceRef());
  }

  private void beside(Line line, Beside beside) {
    int pieces = 0;
    int inside = 0;
    int[] numbers = line.vertices();
    for (int from = 0; from < numbers.length; from++) {
      int end = line.endOfPiece(from);
      if (end - from >= 2) {
        double[] lonLat = vertices.lonLat(numbers, from, end);
        if (clip.touches(lonLat)) {
          inside++;
          features.add(
              new NetworkFeature(
                  beside.kind(),
                  beside.type(),
                  beside.name(),
                  lonLat,
                  pieces == 0 ? line.sourceRef() : line.sourceRef() + "/" + pieces));
          tally.took(beside.kind());
        }
        pieces++;
      }
      from = end;
    }
    if (pieces == 0) {
      nothingOf(line, beside.shown());
    } else if (inside == 0) {
      tally.leftOut(Reason.OUTSIDE, beside.shown(), line.sourceRef());
    } else if (line.lacksVertices()) {
      tally.leftOut(Reason.NODES_MISSING_IN_PART, beside.shown(), line.sourceRef());
    }
  }
}
