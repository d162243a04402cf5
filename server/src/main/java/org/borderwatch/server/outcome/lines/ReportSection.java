package org.borderwatch.server.outcome.lines;

import java.util.List;

/**
 * Lines that belong together.
 *
 * @param code of the section
 * @param nameVi its heading
 * @param nameEn the same in English
 * @param lines in their order
 */
public record ReportSection(String code, String nameVi, String nameEn, List<ReportLine> lines) {
  public ReportSection {
    lines = List.copyOf(lines);
  }
}
