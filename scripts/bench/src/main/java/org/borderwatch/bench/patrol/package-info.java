/** Patrols and those who evade them in a closed loop: what plans are worth once people adapt. */
@NullMarked
package org.borderwatch.bench.patrol;

import org.jspecify.annotations.NullMarked;
