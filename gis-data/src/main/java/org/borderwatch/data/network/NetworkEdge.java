package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/**
 * A piece of way between two junctions. Costs are for the direction of its line, and {@code back}
 * for the other; infinite where one may not or can't go.
 *
 * @param from number of the node at the first vertex
 * @param to number of the node at the last vertex
 * @param name as people call it; null when it has none
 * @param ref number of the road, such as {@code QL.4B}; null when it has none
 * @param surface as OpenStreetMap's {@code surface} says it; null when not known
 * @param lonLat degrees east and north of each vertex in turn, two vertices or more
 * @param heightsMetres above the sea at each vertex; empty when not known
 * @param lengthMetres along the ellipsoid
 * @param walkSeconds on foot
 * @param walkSecondsBack on foot, the other way
 * @param driveSeconds by vehicle
 * @param driveSecondsBack by vehicle, the other way
 * @param sourceRef where it comes from, such as {@code way/123456/0}
 */
public record NetworkEdge(
    int from,
    int to,
    WayClass wayClass,
    @Nullable String name,
    @Nullable String ref,
    @Nullable String surface,
    double[] lonLat,
    float[] heightsMetres,
    double lengthMetres,
    double walkSeconds,
    double walkSecondsBack,
    double driveSeconds,
    double driveSecondsBack,
    String sourceRef) {}
