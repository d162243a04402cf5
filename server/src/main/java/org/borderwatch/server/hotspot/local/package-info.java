/**
 * Hot and cold spots of one map: Getis-Ord Gi* of places or of a raster, its p values and their
 * corrections for many tests, rates made steady, p values by permutation. Plane metres, arrays by
 * place; knows no database, no HTTP.
 */
@NullMarked
package org.borderwatch.server.hotspot.local;

import org.jspecify.annotations.NullMarked;
