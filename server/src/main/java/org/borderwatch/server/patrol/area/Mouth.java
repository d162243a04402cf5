package org.borderwatch.server.patrol.area;

/**
 * Where a way comes to the border.
 *
 * @param km along the line
 * @param lon degrees east
 * @param lat degrees north
 * @param node of the network nearest to it along that way
 */
public record Mouth(double km, double lon, double lat, int node) {}
