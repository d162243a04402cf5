/**
 * What stands in a period report: lines of counts, detections and effort, each beside the same
 * months a year earlier, who has reported, how stations compare, where it was hot, and what changed
 * since the last issue.
 */
@NullMarked
package org.borderwatch.server.outcome.lines;

import org.jspecify.annotations.NullMarked;
