/** Detections as they are stored: the filter, the rows and what is counted from them. */
@NullMarked
package org.borderwatch.server.detection;

import org.jspecify.annotations.NullMarked;
