/** How long analyses of hotspots take, line by line of one table; see scripts/bench/hotspots. */
@NullMarked
package org.borderwatch.bench.hotspot;

import org.jspecify.annotations.NullMarked;
