package org.borderwatch.data.network;

import java.util.List;

/**
 * What readers take out of files, before it is a network.
 *
 * @param vertices positions that the rest names by number
 * @param lines in the order of the files
 * @param settlements in the order of the files
 * @param barriers in the order of the files
 */
record NetworkMaterial(
    Vertices vertices,
    List<Line> lines,
    List<Settlement> settlements,
    List<StandingBarrier> barriers) {

  /** A settlement at a vertex. */
  record Settlement(int vertex, Beside beside, String sourceRef) {}

  /** A barrier at a vertex. */
  record StandingBarrier(int vertex, Barrier barrier, String sourceRef) {}
}
