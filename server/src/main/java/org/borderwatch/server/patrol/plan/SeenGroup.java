package org.borderwatch.server.patrol.plan;

/**
 * A group that a patrol turned back or stopped.
 *
 * @param seconds of the epoch
 * @param east metres, UTM zone 48N
 * @param north metres
 * @param persons how many
 */
public record SeenGroup(double seconds, double east, double north, int persons) {}
