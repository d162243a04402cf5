/**
 * Detections as columns in memory: what the index is made of. Pure arrays; knows neither SQL nor
 * HTTP, nor the filter's words beyond the bits that stand for them.
 *
 * <p>{@link DetectionColumns} is one immutable version: blocks along a Hilbert curve, each sorted
 * by time and with a summary, so that a scan skips it, takes it whole, or tests its rows column by
 * column. A change makes a new version that shares every block it didn't touch.
 */
@NullMarked
package org.borderwatch.server.detection.column;

import org.jspecify.annotations.NullMarked;
