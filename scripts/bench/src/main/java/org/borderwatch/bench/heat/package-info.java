/**
 * How fast heat tiles are beside PostGIS and beside the memory's limit, and whether the index
 * agrees with SQL while others write; {@code scripts/bench/heat} and {@code scripts/bench/agree}
 * run them.
 */
@NullMarked
package org.borderwatch.bench.heat;

import org.jspecify.annotations.NullMarked;
