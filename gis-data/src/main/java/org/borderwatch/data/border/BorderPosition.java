package org.borderwatch.data.border;

/**
 * Where a point lies along the land border.
 *
 * @param with the neighbour whose line is nearest
 * @param km chainage: geodesic kilometres along that neighbour's line from its western end
 * @param offsetM geodesic metres to the line; positive inside Viet Nam, negative outside
 */
public record BorderPosition(Neighbour with, double km, double offsetM) {}
