package org.borderwatch.server.route.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.SnappedPoint;
import org.borderwatch.server.route.match.ObservedLine.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways that a line follows: the hidden Markov model of Newson and Krumm (2009), Hidden
 * Markov map matching through noise and sparseness.
 *
 * <p>The hidden state is a place on a way near the observed one. It is believed by its distance (a
 * Gaussian of {@link MatchRules#sigmaMetres}), and a pair of them by how little the shortest way
 * between them differs from the straight line (an exponential of {@value #BETA_METRES} m). Viterbi
 * finds the best sequence. Where no way is near, or none leads on, for more than {@value
 * #BRIDGE_METRES} m, the sequence breaks: the line stays as drawn until the next way. A single
 * position that strayed is passed over.
 *
 * <p>O(places x candidates x what lies within some hundred metres). Stateless; each call takes 28
 * bytes for each node of the network.
 */
public final class LineMatcher {
  static final double BETA_METRES = 20;
  static final double BRIDGE_METRES = 400;

  private static final int MOST_CANDIDATES = 8;

  /** Less of an edge is a place at its end. */
  private static final double LEAST_PIECE_METRES = 1;

  private final RoadNetwork network;
  private final MatchRules rules;

  public LineMatcher(RoadNetwork network, MatchRules rules) {
    this.network = network;
    this.rules = rules;
  }

  /** Snaps a line of two positions or more. */
  public MatchedLine match(List<LonLat> line) {
    return match(line, new boolean[line.size()]);
  }

  /**
   * The same for a track with holes.
   *
   * @param breaks by position: whether nobody knows what lies between it and the one before
   */
  public MatchedLine match(List<LonLat> line, boolean[] breaks) {
    ObservedLine observed = new ObservedLine(line, breaks, 4 * rules.sigmaMetres());
    return new Search(observed).run();
  }

  /** One line while it is matched. */
  private final class Search {
    private final ObservedLine observed;
    private final NearbyWays ways = new NearbyWays(network);
    private final List<Layer> chain = new ArrayList<>();
    private final List<LonLat> out = new ArrayList<>();
    private final List<WayPiece> pieces = new ArrayList<>();
    private Place reached;
    private double matchedMetres;

    Search(ObservedLine observed) {
      this.observed = observed;
      this.reached = observed.places().get(0);
    }

    MatchedLine run() {
      for (Place place : observed.places()) {
        boolean tooFar = !chain.isEmpty() && place.metres() - last().place.metres() > BRIDGE_METRES;
        if (place.breaks() || tooFar) {
          endChain();
        }
        List<SnappedPoint> near = candidates(place);
        if (near.isEmpty()) {
          continue;
        }
        Layer layer = chain.isEmpty() ? Layer.first(place, near, rules) : next(last(), place, near);
        if (layer != null) {
          chain.add(layer);
        }
      }
      endChain();
      Place end = observed.places().get(observed.places().size() - 1);
      if (end.metres() > reached.metres() || out.isEmpty()) {
        append(observed.between(reached, end));
      }
      return new MatchedLine(
          List.copyOf(out), List.copyOf(pieces), observed.lengthMetres(), matchedMetres);
    }

    private Layer last() {
      return chain.get(chain.size() - 1);
    }

    private List<SnappedPoint> candidates(Place place) {
      List<SnappedPoint> near =
          network.nearestAll(place.at().lon(), place.at().lat(), rules.maxMetres());
      return near.size() > MOST_CANDIDATES ? near.subList(0, MOST_CANDIDATES) : near;
    }

    /** The best way to each candidate; null when none can be reached. */
    private @Nullable Layer next(Layer before, Place place, List<SnappedPoint> near) {
      double straight = before.place.at().metresTo(place.at());
      double limit = 2 * straight + 4 * rules.maxMetres();
      Layer layer = new Layer(place, near);
      for (int from = 0; from < before.near.size(); from++) {
        if (before.score[from] == Double.NEGATIVE_INFINITY) {
          continue;
        }
        ways.from(before.near.get(from), limit);
        for (int to = 0; to < near.size(); to++) {
          double metres = ways.metresTo(near.get(to));
          double score =
              before.score[from]
                  + emission(near.get(to), rules)
                  - Math.abs(metres - straight) / BETA_METRES;
          if (score > layer.score[to]) {
            layer.score[to] = score;
            layer.back[to] = from;
          }
        }
      }
      return layer.best() < 0 ? null : layer;
    }

    /** Writes down the best sequence of the chain; a chain of one place says nothing. */
    private void endChain() {
      if (chain.size() > 1) {
        int[] chosen = new int[chain.size()];
        chosen[chain.size() - 1] = last().best();
        for (int i = chain.size() - 1; i > 0; i--) {
          chosen[i - 1] = chain.get(i).back[chosen[i]];
        }
        Place begin = chain.get(0).place;
        if (begin.metres() > reached.metres()) {
          append(observed.between(reached, begin));
        }
        List<WayPiece> walked = new ArrayList<>();
        for (int i = 1; i < chain.size(); i++) {
          SnappedPoint from = chain.get(i - 1).near.get(chosen[i - 1]);
          SnappedPoint to = chain.get(i).near.get(chosen[i]);
          double straight = chain.get(i - 1).place.at().metresTo(chain.get(i).place.at());
          ways.from(from, 2 * straight + 4 * rules.maxMetres());
          for (WayPiece piece : ways.wayTo(to)) {
            add(walked, piece);
          }
        }
        walked.removeIf(piece -> metres(piece) < LEAST_PIECE_METRES);
        for (WayPiece piece : walked) {
          append(new EdgeLine(network, piece.edge()).between(piece.from(), piece.to()));
        }
        pieces.addAll(walked);
        reached = last().place;
        matchedMetres += reached.metres() - begin.metres();
      }
      chain.clear();
    }

    /**
     * Puts a piece after the others. What goes on along an edge is one piece; a short way out and
     * back on one edge is noise around a junction and is taken back.
     */
    private void add(List<WayPiece> walked, WayPiece piece) {
      WayPiece before = walked.isEmpty() ? null : walked.get(walked.size() - 1);
      if (piece.from() == piece.to()) {
        return;
      }
      if (before == null || before.edge() != piece.edge() || before.to() != piece.from()) {
        walked.add(piece);
        return;
      }
      boolean goesOn = before.to() > before.from() == piece.to() > piece.from();
      double shorter =
          Math.min(Math.abs(before.to() - before.from()), Math.abs(piece.to() - piece.from()));
      boolean noise = shorter * network.lengthMetres(piece.edge()) <= 2 * rules.sigmaMetres();
      if (goesOn || noise) {
        walked.remove(walked.size() - 1);
        add(walked, new WayPiece(piece.edge(), before.from(), piece.to()));
      } else {
        walked.add(piece);
      }
    }

    private double metres(WayPiece piece) {
      return Math.abs(piece.to() - piece.from()) * network.lengthMetres(piece.edge());
    }

    private void append(List<LonLat> part) {
      for (LonLat at : part) {
        if (out.isEmpty() || !out.get(out.size() - 1).equals(at)) {
          out.add(at);
        }
      }
    }
  }

  private static double emission(SnappedPoint near, MatchRules rules) {
    double deviations = near.distanceMetres() / rules.sigmaMetres();
    return -0.5 * deviations * deviations;
  }

  /** The candidates of one observed place, with the best score so far and where it came from. */
  private static final class Layer {
    private final Place place;
    private final List<SnappedPoint> near;
    private final double[] score;
    private final int[] back;

    Layer(Place place, List<SnappedPoint> near) {
      this.place = place;
      this.near = near;
      this.score = new double[near.size()];
      this.back = new int[near.size()];
      Arrays.fill(score, Double.NEGATIVE_INFINITY);
    }

    static Layer first(Place place, List<SnappedPoint> near, MatchRules rules) {
      Layer layer = new Layer(place, near);
      for (int i = 0; i < near.size(); i++) {
        layer.score[i] = emission(near.get(i), rules);
      }
      return layer;
    }

    /** Number of the best candidate; -1 when none can be reached. */
    int best() {
      int best = -1;
      for (int i = 0; i < score.length; i++) {
        if (score[i] > (best < 0 ? Double.NEGATIVE_INFINITY : score[best])) {
          best = i;
        }
      }
      return best;
    }
  }
}
