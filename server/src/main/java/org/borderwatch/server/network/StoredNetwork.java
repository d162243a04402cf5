package org.borderwatch.server.network;

/**
 * What was written of a network.
 *
 * @param nodes junctions and ends
 * @param edges pieces of way
 * @param features what lies beside them
 * @param parts connected parts, whatever the direction of travel
 * @param largestPart nodes of the largest of them
 */
public record StoredNetwork(long nodes, long edges, long features, int parts, long largestPart) {}
