/** How long a national half-year report takes over a million detections. */
@NullMarked
package org.borderwatch.bench.report;

import org.jspecify.annotations.NullMarked;
