package org.borderwatch.server.outcome.paper;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.outcome.lines.IssueChanges;
import org.borderwatch.server.outcome.lines.MonthCount;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportLine;
import org.borderwatch.server.outcome.lines.ReportPlaces;
import org.borderwatch.server.outcome.lines.ReportSection;
import org.borderwatch.server.outcome.lines.Reporting;
import org.borderwatch.server.outcome.lines.StationComparison;
import org.borderwatch.server.report.CountComparison;
import org.borderwatch.server.report.Funnel;
import org.borderwatch.server.report.RateComparison;
import org.borderwatch.server.report.RateRatio;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;
import org.borderwatch.server.study.ResultWriter;

/** A report as JSON. */
final class PeriodReportWriter {
  private final ResultWriter out = new ResultWriter();
  private final PeriodReport report;

  private PeriodReportWriter(PeriodReport report) {
    this.report = report;
  }

  static byte[] of(PeriodReport report) {
    PeriodReportWriter writer = new PeriodReportWriter(report);
    writer.document();
    return writer.out.finish();
  }

  private void document() {
    ReportPeriod period = report.period();
    out.text("period", period.name())
        .text("period_vi", period.vietnamese())
        .text("period_en", period.english())
        .text("from", period.from().toString())
        .text("until", period.until().toString());
    optional("same_period", period.samePeriod().map(ReportPeriod::name));
    out.text("unit", report.unit().code())
        .text("unit_vi", report.unit().nameVi())
        .text("unit_en", report.unit().nameEn());
    out.openList("indicators");
    for (ReportSection section : report.sections()) {
      section.lines().forEach(line -> line(section, line));
    }
    out.closeList();
    reporting();
    months();
    report.stations().ifPresent(this::stations);
    report.places().ifPresent(this::places);
    report.changes().ifPresent(this::changes);
    out.open("summary")
        .whole("n", report.lines().size())
        .whole("missing", report.reporting().in(Reporting.State.MISSING).size())
        .whole("late", report.reporting().in(Reporting.State.LATE).size())
        .whole("version", report.changes().map(IssueChanges::number).orElse(0) + 1)
        .text(
            "method",
            "events: exact conditional test, interval of the log ratio; persons: compound Poisson where groups are known; work: no test; rates: exact test with hours as exposure; stations: funnel with spread of true rates")
        .truth("synthetic", report.synthetic())
        .text("data_version", report.dataVersion())
        .close();
  }

  private void line(ReportSection section, ReportLine line) {
    CountComparison it = line.comparison();
    Optional<RateRatio> ratio = line.ratio();
    ReportLine.Subject subject = line.subject();
    out.open()
        .text("code", line.code())
        .text("section", section.code())
        .text("section_vi", section.nameVi())
        .text("section_en", section.nameEn())
        .text("name_vi", subject.nameVi())
        .text("name_en", subject.nameEn())
        .text("unit_vi", subject.unitVi())
        .text("unit_en", subject.unitEn())
        .text("kind", line.rate().isPresent() ? "rate" : it.kind().code())
        .whole("depth", line.depth());
    if (line.rate().isPresent()) {
      RateComparison rate = line.rate().get();
      number("current", rate.current());
      number("previous", rate.previous());
      number("difference", difference(rate));
    } else {
      count("current", it.current());
      count("previous", it.previous());
      it.difference()
          .ifPresentOrElse(
              value -> out.whole("difference", value), () -> out.nothing("difference"));
    }
    number("percent", line.percent());
    number("ratio", ratio.map(RateRatio::value));
    number("ratio_low", ratio.map(RateRatio::low));
    number("ratio_high", ratio.map(RateRatio::high));
    number("p", ratio.map(RateRatio::p));
    out.text("reading", line.reading().code())
        .text("text_vi", ReportLanguage.VI.change(line, report.period().samePeriodVietnamese()))
        .text("text_en", ReportLanguage.EN.change(line, Optional.empty()))
        .truth("persons_independent", it.personsTakenAsIndependent())
        .truth("provisional", line.provisional())
        .truth("incomplete", line.incomplete());
    history(line.history());
    out.close();
  }

  private static OptionalDouble difference(RateComparison rate) {
    return rate.current().isPresent() && rate.previous().isPresent()
        ? OptionalDouble.of(rate.current().getAsDouble() - rate.previous().getAsDouble())
        : OptionalDouble.empty();
  }

  private void history(List<ReportLine.Past> history) {
    if (history.isEmpty()) {
      return;
    }
    out.openList("history");
    for (ReportLine.Past past : history) {
      out.open().text("period", past.period());
      past.value().ifPresentOrElse(value -> out.whole("value", value), () -> out.nothing("value"));
      out.close();
    }
    out.closeList();
  }

  private void reporting() {
    Reporting reporting = report.reporting();
    out.text("due", reporting.due().toString()).openList("missing");
    for (Reporting.UnitState state : reporting.in(Reporting.State.MISSING)) {
      unit(state).close();
    }
    out.closeList().openList("reporting");
    for (Reporting.UnitState state : reporting.units()) {
      unit(state).text("state", state.state().code());
      optional("first", state.first().map(Object::toString));
      out.whole("days_late", state.daysLate()).whole("provisional", state.provisional()).close();
    }
    out.closeList();
  }

  private ResultWriter unit(Reporting.UnitState state) {
    return out.open()
        .text("unit", state.unit().code())
        .text("name_vi", state.unit().nameVi())
        .text("name_en", state.unit().nameEn());
  }

  private void months() {
    out.openList("months");
    for (MonthCount month : report.months()) {
      out.open()
          .text("month", month.month().toString())
          .whole("detections", month.detections())
          .whole("persons", month.persons())
          .close();
    }
    out.closeList();
  }

  private void stations(StationComparison all) {
    out.open("stations")
        .texts("periods", all.periods())
        .numbers("rates", all.rates(), 0, all.rates().length)
        .number("spread", all.spread())
        .openList("stations");
    for (StationComparison.Station station : all.stations()) {
      out.open()
          .text("unit", station.unit().code())
          .text("name_vi", station.unit().nameVi())
          .text("name_en", station.unit().nameEn())
          .openList("periods");
      for (Funnel.Place place : station.past()) {
        out.open().whole("detections", place.events()).number("hours", place.hours());
        number("rate", Optional.of(place.rate()));
        number("rate_low", Optional.of(place.low()));
        number("rate_high", Optional.of(place.high()));
        number("rate_smoothed", Optional.of(place.smoothed()));
        number("z", Optional.of(place.z()));
        out.text("standing", place.standing().code()).close();
      }
      out.closeList().close();
    }
    out.closeList().close();
  }

  private void places(ReportPlaces places) {
    out.open("places").number("cell_metres", places.cellMetres()).openList("hot");
    for (ReportPlaces.HotCell cell : places.hot()) {
      out.open()
          .text("border_with", cell.with().code())
          .number("border_km", cell.km())
          .whole("detections", cell.detections())
          .number("giz", cell.z())
          .close();
    }
    out.closeList().openList("routes");
    for (ReportPlaces.KeyRoute route : places.routes()) {
      out.open()
          .text("code", route.code())
          .text("name", route.name())
          .text("status", route.status().code())
          .truth("added", route.added())
          .close();
    }
    out.closeList().close();
  }

  private void changes(IssueChanges changes) {
    out.open("last_issue")
        .whole("number", changes.number())
        .text("at", changes.at().toString())
        .text("by", changes.by())
        .openList("changes");
    for (IssueChanges.Change change : changes.changed()) {
      out.open()
          .text("code", change.code())
          .text("name_vi", change.nameVi())
          .text("name_en", change.nameEn());
      number("before", change.before());
      number("now", change.now());
      out.truth("of_same_period", change.ofSamePeriod()).close();
    }
    out.closeList().close();
  }

  private void count(String name, Optional<Tally> tally) {
    if (tally.isEmpty()) {
      out.nothing(name);
      return;
    }
    out.whole(name, tally.get().value());
    if (tally.get().atLeast()) {
      out.truth(name + "_at_least", true);
    }
  }

  private void optional(String name, Optional<String> text) {
    text.ifPresentOrElse(value -> out.text(name, value), () -> out.nothing(name));
  }

  private void number(String name, OptionalDouble value) {
    number(name, value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
  }

  private void number(String name, Optional<Double> value) {
    value
        .filter(Double::isFinite)
        .ifPresentOrElse(known -> out.number(name, known), () -> out.nothing(name));
  }
}
