/** What goes out: the patrol order on paper, and tracks for handhelds. */
@NullMarked
package org.borderwatch.server.patrol.order;

import org.jspecify.annotations.NullMarked;
