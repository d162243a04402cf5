package org.borderwatch.server.route.match;

/**
 * A piece of an edge, as it is walked.
 *
 * @param edge number in its network
 * @param from fraction of the edge's length at which it begins
 * @param to fraction at which it ends; below {@code from} when it is walked backwards
 */
public record WayPiece(int edge, double from, double to) {}
