/** Where things are: tiles and their pixels, and the reference layers as they are stored. */
@NullMarked
package org.borderwatch.server.geo;

import org.jspecify.annotations.NullMarked;
