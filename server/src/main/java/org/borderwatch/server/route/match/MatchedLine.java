package org.borderwatch.server.route.match;

import java.util.List;
import org.borderwatch.data.border.LonLat;

/**
 * A line as it was snapped to the network. Where it follows no way it stays as it was drawn.
 *
 * @param line the whole of it
 * @param pieces the ways that it follows, in order; pieces of one way that follow each other are
 *     one
 * @param metres length of the line as it was drawn
 * @param matchedMetres how much of that follows a way
 */
public record MatchedLine(
    List<LonLat> line, List<WayPiece> pieces, double metres, double matchedMetres) {}
