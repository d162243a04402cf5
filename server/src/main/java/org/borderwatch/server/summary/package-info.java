/**
 * Numbers beside the map: histogram, border profile, totals and extent, with the same filter as the
 * map.
 */
@NullMarked
package org.borderwatch.server.summary;

import org.jspecify.annotations.NullMarked;
