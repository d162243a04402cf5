/**
 * Cells of a plane: hexagons and squares that belong to the world, and which of them an analysis is
 * about. Knows no detections, no database, no HTTP.
 */
@NullMarked
package org.borderwatch.server.grid;

import org.jspecify.annotations.NullMarked;
