package org.borderwatch.server.outcome.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.outcome.paper.ReportSources.ReportingUnit;
import org.borderwatch.server.paper.PaperPdf;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.report.ReportPeriod;

/** Period report: what was counted and detected, beside the same period of the year before. */
public final class PeriodReportProcess implements AnalysisProcess {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String PDF = "application/pdf";

  private final ReportSources sources;
  private final Clock clock;
  private final ProcessDescription description =
      ProcessDescription.of(PeriodReportProcess.class, "period-report.json");

  public PeriodReportProcess(ReportSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    ReportPeriod period =
        inputs
            .text("period")
            .flatMap(ReportPeriod::parse)
            .orElseThrow(
                () ->
                    inputs.bad(
                        "period", "2024-H1, 2024-Q2, 2024-06, 2024, or months 2023-01/2024-06"));
    String unit = inputs.text("unit").orElse(Units.COMMAND);
    String format = inputs.text("format").orElse("json");
    if (!Set.of("json", "html", "pdf").contains(format)) {
      throw inputs.bad("format", "json, html or pdf");
    }
    return new Made(sources, clock, period, unit, format);
  }

  /** The form that is asked for, and JSON. */
  @Override
  public List<String> offered(ProcessInputs inputs) {
    return switch (inputs.text("format").orElse("json")) {
      case "html" -> List.of(HTML, JSON);
      case "pdf" -> List.of(PDF, JSON);
      default -> List.of(JSON);
    };
  }

  private record Made(
      ReportSources sources, Clock clock, ReportPeriod period, String unit, String format)
      implements Analysis {
    @Override
    public long mostBytes() {
      return 64_000_000;
    }

    @Override
    public ProcessResult run(Crew crew) throws IOException {
      PeriodReport report = report();
      crew.progress().report(0.7, "Viết báo cáo / Writing the report");
      List<ProcessResult.Form> forms = new ArrayList<>();
      ProcessResult.Form json = new ProcessResult.Form(JSON, PeriodReportWriter.of(report));
      String page = PeriodReportHtml.of(report, clock.instant());
      if (format.equals("html")) {
        forms.add(new ProcessResult.Form(HTML, page.getBytes(StandardCharsets.UTF_8)));
      } else if (format.equals("pdf")) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaperPdf.write(page, Optional.empty(), out);
        forms.add(new ProcessResult.Form(PDF, out.toByteArray()));
      }
      forms.add(json);
      return new ProcessResult(report.dataVersion(), report.synthetic(), forms);
    }

    private PeriodReport report() {
      Map<String, ReportingUnit> units = sources.outcomes().units();
      ReportingUnit asked = units.get(unit);
      if (asked == null) {
        throw new BadParameter(
            "unit", "Không có đơn vị " + unit + ". / There is no unit " + unit + ".");
      }
      Set<String> within = below(units, unit);
      List<OutcomeCount> current = counts(within, period);
      List<OutcomeCount> previous =
          period.samePeriod().map(before -> counts(within, before)).orElse(List.of());
      DetectionView view = sources.detections().get();
      DetectionFilter kind =
          unit.equals(Units.COMMAND) ? DetectionFilter.ALL : DetectionFilter.ALL.withUnits(within);
      DetectionFilter decided = view.decide(kind);
      List<ReportSection> sections =
          new ArrayList<>(
              new OutcomeLines(sources.outcomes().indicators())
                  .sections(period, current, previous));
      Optional<ReportSection> detected = new DetectionLines(view, decided).section(period);
      detected.ifPresent(sections::add);
      return new PeriodReport(
          period,
          unit,
          asked.nameVi(),
          asked.nameEn(),
          sections,
          missing(units, current),
          detected.isPresent() && decided.synthetic().orElse(false),
          view.version() + "+" + sources.outcomes().version());
    }

    private List<OutcomeCount> counts(Set<String> within, ReportPeriod months) {
      LocalDate until = months.until();
      return sources.outcomes().counts(within, months.from(), until);
    }

    private List<PeriodReport.Missing> missing(
        Map<String, ReportingUnit> units, List<OutcomeCount> current) {
      Set<String> reported = new HashSet<>();
      current.forEach(count -> reported.add(count.cell().unit()));
      return units.values().stream()
          .filter(one -> one.parent().equals(Optional.of(unit)) && !one.synthetic())
          .filter(one -> below(units, one.code()).stream().noneMatch(reported::contains))
          .map(one -> new PeriodReport.Missing(one.code(), one.nameVi(), one.nameEn()))
          .toList();
    }

    /** Codes of a unit and of all below it. */
    private static Set<String> below(Map<String, ReportingUnit> units, String code) {
      Set<String> found = new HashSet<>(Set.of(code));
      boolean grown = true;
      while (grown) {
        grown = false;
        for (ReportingUnit one : units.values()) {
          if (one.parent().filter(found::contains).isPresent()) {
            grown |= found.add(one.code());
          }
        }
      }
      return found;
    }
  }
}
