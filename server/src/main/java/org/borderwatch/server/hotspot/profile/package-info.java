/** What was seen along the kilometres of one neighbour's line, by steps of time. */
@NullMarked
package org.borderwatch.server.hotspot.profile;

import org.jspecify.annotations.NullMarked;
