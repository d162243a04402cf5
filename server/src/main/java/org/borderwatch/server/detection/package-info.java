/**
 * Detections as they are stored and as they are held in memory: the filter, the rows, and the index
 * that is kept current with them and from which everything is counted.
 */
@NullMarked
package org.borderwatch.server.detection;

import org.jspecify.annotations.NullMarked;
