package org.borderwatch.server.network;

/**
 * The nearest place on a way.
 *
 * @param edge number of the edge in its {@link RoadNetwork}
 * @param fraction of the edge's length that lies before it, from the first vertex: 0 to 1
 * @param lon degrees east
 * @param lat degrees north
 * @param distanceMetres from where one asked
 */
public record SnappedPoint(
    int edge, double fraction, double lon, double lat, double distanceMetres) {}
