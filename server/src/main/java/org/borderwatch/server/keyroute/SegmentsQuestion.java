package org.borderwatch.server.keyroute;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is asked of key segments, whatever the network.
 *
 * @param closedIds edges that can't be used
 * @param sources from how many nodes to search; empty: from all, as long as that takes minutes
 * @param seed of the choice of sources
 * @param snapMetres how far an end may lie from the nearest way
 */
record SegmentsQuestion(
    EndsAsked origins,
    EndsAsked destinations,
    DemandAsked demand,
    List<String> closedIds,
    OptionalInt sources,
    long seed,
    double snapMetres) {}
