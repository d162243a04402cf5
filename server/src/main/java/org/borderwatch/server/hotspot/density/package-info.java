/** How densely events lie: kernel densities on a raster. Knows no database and no HTTP. */
@NullMarked
package org.borderwatch.server.hotspot.density;

import org.jspecify.annotations.NullMarked;
