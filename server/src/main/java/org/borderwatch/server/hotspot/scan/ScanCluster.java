package org.borderwatch.server.hotspot.scan;

/**
 * A cylinder with more cases than expected: a circle of places during a window of steps.
 *
 * @param centre number of the place in its middle
 * @param members numbers of its places, by distance from the centre, which is the first
 * @param radiusMetres to the farthest member
 * @param firstStep of the window
 * @param lastStep of the window, included
 * @param observed cases
 * @param expected cases
 * @param relativeRisk (observed / expected) inside over that outside; infinite when all cases are
 *     inside
 * @param llr logarithm of the likelihood ratio
 * @param p share of chance's strongest clusters, this one counted with them, that are at least as
 *     strong; 1 without replicates
 */
public record ScanCluster(
    int centre,
    int[] members,
    double radiusMetres,
    int firstStep,
    int lastStep,
    long observed,
    double expected,
    double relativeRisk,
    double llr,
    double p) {}
