package org.borderwatch.server.outcome.paper;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.Word;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportMaking;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.report.ReportPeriod;

/** Period report: what was counted and detected, beside the same period of the year before. */
public final class PeriodReportProcess implements AnalysisProcess {
  /** Days after a period until its counts are due, where nobody says another day. */
  public static final int USUAL_DAYS_UNTIL_DUE = 10;

  private static final String JSON = "application/json";

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

  /** What the usual form of a result is. */
  private enum Format implements Word {
    JSON("application/json"),
    HTML("text/html"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }
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
    return new Made(
        sources,
        clock,
        period,
        inputs.text("unit").orElse(Units.COMMAND),
        due(inputs, period),
        format(inputs),
        inputs.word("language", ReportLanguage.class).orElse(ReportLanguage.VI));
  }

  private static LocalDate due(ProcessInputs inputs, ReportPeriod period) {
    try {
      return inputs
          .text("due")
          .map(LocalDate::parse)
          .orElse(period.until().plusDays(USUAL_DAYS_UNTIL_DUE - 1L));
    } catch (DateTimeParseException e) {
      throw inputs.bad("due", "a day such as 2024-07-10");
    }
  }

  private static Format format(ProcessInputs inputs) {
    return inputs.word("format", Format.class).orElse(Format.JSON);
  }

  /** The form that is asked for, and JSON. */
  @Override
  public List<String> offered(ProcessInputs inputs) {
    Format format = format(inputs);
    return format == Format.JSON ? List.of(JSON) : List.of(format.mediaType, JSON);
  }

  private record Made(
      ReportSources sources,
      Clock clock,
      ReportPeriod period,
      String unit,
      LocalDate due,
      Format format,
      ReportLanguage language)
      implements Analysis {
    @Override
    public long mostBytes() {
      return 64_000_000;
    }

    @Override
    public ProcessResult run(Crew crew) throws IOException {
      PeriodReport report = ReportMaking.of(sources, period, unit, due, crew);
      crew.progress().report(0.7, "Viết báo cáo / Writing the report");
      ReportForms made = new ReportForms(report, sources.study().layers(), clock.instant());
      List<ProcessResult.Form> forms = new ArrayList<>();
      switch (format) {
        case JSON -> {
          // Always there, below.
        }
        case HTML -> forms.add(new ProcessResult.Form(format.mediaType, made.html(language)));
        case PDF ->
            forms.add(
                new ProcessResult.Form(format.mediaType, ReportForms.print(made.page(language))));
        case XLSX -> forms.add(new ProcessResult.Form(format.mediaType, made.workbook(language)));
      }
      forms.add(new ProcessResult.Form(JSON, made.json()));
      return new ProcessResult(report.dataVersion(), report.synthetic(), forms);
    }
  }
}
