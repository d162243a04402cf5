/**
 * Weighted directed multigraphs in compressed sparse rows, and the searches that everything else is
 * made of. Knows no roads, no store and no HTTP.
 */
@NullMarked
package org.borderwatch.server.graph;

import org.jspecify.annotations.NullMarked;
