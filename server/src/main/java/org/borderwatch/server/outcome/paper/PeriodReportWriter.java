package org.borderwatch.server.outcome.paper;

import java.util.Optional;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.RateRatio;
import org.borderwatch.server.report.ReportWords;
import org.borderwatch.server.report.Tally;
import org.borderwatch.server.study.ResultWriter;

/** A report as JSON. */
final class PeriodReportWriter {
  private PeriodReportWriter() {}

  static byte[] of(PeriodReport report) {
    ResultWriter out = new ResultWriter();
    out.text("period", report.period().name())
        .text("period_vi", report.period().vietnamese())
        .text("period_en", report.period().english())
        .text("from", report.period().from().toString())
        .text("until", report.period().until().toString());
    optional(out, "same_period", report.period().samePeriod().map(before -> before.name()));
    out.text("unit", report.unit())
        .text("unit_vi", report.unitVi())
        .text("unit_en", report.unitEn());
    out.openList("indicators");
    for (ReportSection section : report.sections()) {
      for (ReportLine line : section.lines()) {
        line(out, report, section, line);
      }
    }
    out.closeList().openList("missing");
    for (PeriodReport.Missing one : report.missing()) {
      out.open()
          .text("unit", one.code())
          .text("name_vi", one.nameVi())
          .text("name_en", one.nameEn())
          .close();
    }
    out.closeList()
        .open("summary")
        .whole("n", report.lines().size())
        .whole("missing", report.missing().size())
        .text(
            "method",
            "events: exact conditional test, interval of the log ratio; persons: compound Poisson where groups are known; work: no test")
        .truth("synthetic", report.synthetic())
        .text("data_version", report.dataVersion())
        .close();
    return out.finish();
  }

  private static void line(
      ResultWriter out, PeriodReport report, ReportSection section, ReportLine line) {
    CountComparison it = line.comparison();
    Optional<RateRatio> ratio = it.ratio();
    out.open()
        .text("code", line.code())
        .text("section", section.code())
        .text("section_vi", section.nameVi())
        .text("section_en", section.nameEn())
        .text("name_vi", line.nameVi())
        .text("name_en", line.nameEn())
        .text("unit_vi", line.unitVi())
        .text("unit_en", line.unitEn())
        .text("kind", it.kind().code())
        .whole("depth", line.depth());
    count(out, "current", it.current());
    count(out, "previous", it.previous());
    it.difference()
        .ifPresentOrElse(value -> out.whole("difference", value), () -> out.nothing("difference"));
    number(out, "percent", it.percent().isPresent() ? it.percent().getAsDouble() : Double.NaN);
    number(out, "ratio", ratio.map(RateRatio::value).orElse(Double.NaN));
    number(out, "ratio_low", ratio.map(RateRatio::low).orElse(Double.NaN));
    number(out, "ratio_high", ratio.map(RateRatio::high).orElse(Double.NaN));
    number(out, "p", ratio.map(RateRatio::p).orElse(Double.NaN));
    out.text("reading", it.reading().code())
        .text(
            "text_vi",
            ReportWords.vietnamese(it, line.unitVi(), report.period().samePeriodVietnamese()))
        .text("text_en", ReportWords.english(it, line.unitEn()))
        .truth("persons_independent", it.personsTakenAsIndependent())
        .truth("provisional", line.provisional())
        .truth("incomplete", line.incomplete())
        .close();
  }

  private static void count(ResultWriter out, String name, Optional<Tally> tally) {
    if (tally.isEmpty()) {
      out.nothing(name);
      return;
    }
    out.whole(name, tally.get().value());
    if (tally.get().atLeast()) {
      out.truth(name + "_at_least", true);
    }
  }

  private static void optional(ResultWriter out, String name, Optional<String> text) {
    text.ifPresentOrElse(value -> out.text(name, value), () -> out.nothing(name));
  }

  private static void number(ResultWriter out, String name, double value) {
    if (Double.isFinite(value)) {
      out.number(name, value);
    } else {
      out.nothing(name);
    }
  }
}
