package org.borderwatch.server.outcome.lines;

import java.time.YearMonth;

/** What was detected in a month. */
public record MonthCount(YearMonth month, long detections, long persons) {}
