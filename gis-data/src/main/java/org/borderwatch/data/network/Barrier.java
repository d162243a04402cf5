package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/**
 * Something that stands on a way at one point.
 *
 * @param type as OpenStreetMap's {@code barrier} says it
 * @param name as people call it; null when it has none
 * @param stopsVehicles whether it lets no vehicle through
 * @param stopsWalkers whether it lets nobody through on foot
 */
record Barrier(String type, @Nullable String name, boolean stopsVehicles, boolean stopsWalkers) {}
