package org.borderwatch.server.detection;

import org.borderwatch.server.detection.column.DetectionColumns;

/** All rows, as they were at {@code moment}. */
record IndexState(DetectionColumns columns, StoreMoment moment) {}
