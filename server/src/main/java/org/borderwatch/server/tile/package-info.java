/** Pictures of a part of the world: heat tiles with their legend and numbers, vector tiles. */
@NullMarked
package org.borderwatch.server.tile;

import org.jspecify.annotations.NullMarked;
