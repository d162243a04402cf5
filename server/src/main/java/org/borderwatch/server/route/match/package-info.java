/** Snaps lines to the network: which ways somebody took whose track, or drawn line, it is. Pure. */
@NullMarked
package org.borderwatch.server.route.match;

import org.jspecify.annotations.NullMarked;
