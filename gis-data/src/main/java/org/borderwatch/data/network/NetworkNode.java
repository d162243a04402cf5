package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/**
 * A junction or an end of a way.
 *
 * @param number from 0 on, in the order in which a reader hands them out
 * @param lon degrees east
 * @param lat degrees north
 * @param heightMetres above the sea; NaN when not known
 * @param barrier what stands there, as OpenStreetMap's {@code barrier} says it; null for nothing
 */
public record NetworkNode(
    int number, double lon, double lat, float heightMetres, @Nullable String barrier) {}
