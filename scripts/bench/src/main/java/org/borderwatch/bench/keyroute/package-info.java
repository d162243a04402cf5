/** Analyses of the network, timed, and held against what was planted in the demo. */
@NullMarked
package org.borderwatch.bench.keyroute;

import org.jspecify.annotations.NullMarked;
