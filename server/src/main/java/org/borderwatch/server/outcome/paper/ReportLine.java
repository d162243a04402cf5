package org.borderwatch.server.outcome.paper;

import org.borderwatch.server.report.CountComparison;

/**
 * A line of the report.
 *
 * @param code of what is counted
 * @param nameVi its words
 * @param nameEn the same in English
 * @param unitVi what is counted
 * @param unitEn the same in English
 * @param depth 0, or more for a part of the line above it
 * @param comparison this period beside the same period
 * @param provisional whether something in it may still change
 * @param incomplete whether months of this period lie in counts of longer periods, which can't be
 *     shared out
 */
public record ReportLine(
    String code,
    String nameVi,
    String nameEn,
    String unitVi,
    String unitEn,
    int depth,
    CountComparison comparison,
    boolean provisional,
    boolean incomplete) {}
