package org.borderwatch.server.outcome.issue;

import java.time.Instant;
import java.util.UUID;
import org.borderwatch.server.report.ReportPeriod;

/**
 * A report that went out.
 *
 * @param number from 1, of this unit and period
 */
record IssuedReport(
    UUID id,
    String unit,
    ReportPeriod period,
    int number,
    Instant at,
    String by,
    boolean synthetic,
    String dataVersion) {}
