package org.borderwatch.server.outcome.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.paper.PaperPdf;

/**
 * A report in the forms in which it is read, made once and given away.
 *
 * @param report that it is
 * @param layers for its map
 * @param made when
 */
public record ReportForms(PeriodReport report, ReferenceLayers layers, Instant made) {
  /** Data. */
  public byte[] json() {
    return PeriodReportWriter.of(report);
  }

  /** The sheet in Vietnamese. */
  public String pageVi() {
    return page(ReportLanguage.VI);
  }

  /** The sheet in English. */
  public String pageEn() {
    return page(ReportLanguage.EN);
  }

  String page(ReportLanguage language) {
    return ReportPage.of(report, language, layers, made);
  }

  /** The workbook in Vietnamese. */
  public byte[] workbook() throws IOException {
    return workbook(ReportLanguage.VI);
  }

  /** The workbook in English. */
  public byte[] workbookEn() throws IOException {
    return workbook(ReportLanguage.EN);
  }

  byte[] workbook(ReportLanguage language) throws IOException {
    return ReportWorkbook.of(report, language, made);
  }

  /** Prints a sheet of {@link #pageVi} or {@link #pageEn}. */
  public static byte[] print(String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(page, Optional.empty(), out);
    return out.toByteArray();
  }

  byte[] html(ReportLanguage language) {
    return page(language).getBytes(StandardCharsets.UTF_8);
  }
}
