package org.borderwatch.server.outcome.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCell;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.outcome.OutcomeSection;
import org.borderwatch.server.outcome.SourceReports;
import org.borderwatch.server.outcome.lines.LastIssue;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.outcome.lines.Reporting;
import org.borderwatch.server.outcome.lines.ReportingUnit;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;
import org.borderwatch.server.study.TestStudy;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodReportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-07-05T02:00:00Z"), ZoneOffset.UTC);

  /** Indicators of all figures of the source reports, and what units counted. */
  private static final class Stored implements ReportSources.Outcomes {
    private final List<OutcomeCount> counts = new ArrayList<>();
    private Instant entered = Instant.parse("2024-07-03T02:00:00Z");
    private @Nullable LastIssue issue;

    Stored enteredAt(String instant) {
      entered = Instant.parse(instant);
      return this;
    }

    Stored issued(LastIssue.Figure... figures) {
      issue = new LastIssue(1, Instant.parse("2024-07-04T02:00:00Z"), "planner", List.of(figures));
      return this;
    }

    Stored withSources() {
      for (SourceReports.Figure one : SourceReports.figures()) {
        OutcomeCell cell =
            new OutcomeCell(
                one.unit(),
                one.indicator(),
                one.period().from(),
                one.period().until(),
                Optional.empty());
        Tally tally = one.atLeast() ? Tally.atLeast(one.value()) : Tally.of(one.value());
        counts.add(new OutcomeCount(cell, tally, false));
      }
      return this;
    }

    Stored with(String unit, String indicator, String from, String until, long value) {
      OutcomeCell cell =
          new OutcomeCell(
              unit, indicator, LocalDate.parse(from), LocalDate.parse(until), Optional.empty());
      counts.add(new OutcomeCount(cell, Tally.of(value), true));
      return this;
    }

    Stored withPartner(String unit, String indicator, String partner, long value) {
      OutcomeCell cell =
          new OutcomeCell(
              unit,
              indicator,
              LocalDate.parse("2024-01-01"),
              LocalDate.parse("2024-07-01"),
              Optional.of(partner));
      counts.add(new OutcomeCount(cell, Tally.of(value), false));
      return this;
    }

    @Override
    public List<Indicator> indicators() {
      Map<String, Indicator> indicators = new LinkedHashMap<>();
      for (SourceReports.Figure one : SourceReports.figures()) {
        boolean events = one.indicator().contains("cases");
        indicators.putIfAbsent(
            one.indicator(),
            new Indicator(
                one.indicator(),
                OutcomeSection.SITUATION,
                indicators.size(),
                one.indicator(),
                one.indicator(),
                events ? "vụ" : "người",
                events ? "cases" : "persons",
                events ? CountKind.EVENTS : CountKind.PERSONS,
                one.indicator().equals("cases_own") ? Optional.of("cases") : Optional.empty(),
                false,
                false,
                1));
      }
      return List.copyOf(indicators.values());
    }

    @Override
    public Map<String, ReportingUnit> units() {
      Map<String, ReportingUnit> units = new LinkedHashMap<>();
      unit(units, "VN", "Bộ Tư lệnh", null);
      unit(units, "VN-08", "Biên phòng Cao Bằng", "VN");
      unit(units, "VN-09", "Biên phòng Lạng Sơn", "VN");
      unit(units, "LS-01", "Đồn Một", "VN-09");
      return units;
    }

    private static void unit(
        Map<String, ReportingUnit> units, String code, String name, @Nullable String parent) {
      units.put(
          code,
          new ReportingUnit(
              code, name, name, Optional.ofNullable(parent), code.startsWith("LS"), false));
    }

    @Override
    public List<OutcomeCount> counts(Collection<String> units, LocalDate from, LocalDate until) {
      return counts.stream()
          .filter(count -> units.contains(count.cell().unit()))
          .filter(
              count -> count.cell().from().isBefore(until) && from.isBefore(count.cell().until()))
          .toList();
    }

    @Override
    public List<Reporting.Entry> entries(Collection<String> units, ReportPeriod period) {
      return counts.stream()
          .filter(count -> units.contains(count.cell().unit()))
          .filter(
              count ->
                  !count.cell().from().isBefore(period.from())
                      && !count.cell().until().isAfter(period.until()))
          .map(count -> new Reporting.Entry(count.cell().unit(), entered, 1))
          .toList();
    }

    @Override
    public Optional<LastIssue> lastIssue(String unit, ReportPeriod period) {
      return Optional.ofNullable(issue);
    }

    @Override
    public String version() {
      return Integer.toString(counts.size());
    }
  }

  private static PeriodReportProcess process(TestStudy study, Stored stored) {
    return new PeriodReportProcess(
        new ReportSources(study.sources(), stored, ReportSources.Register.NONE), CLOCK);
  }

  private static ProcessResult run(
      TestStudy study, Stored stored, String period, String unit, String format) throws Exception {
    PeriodReportProcess process = process(study, stored);
    ObjectNode inputs = Json.MAPPER.createObjectNode();
    inputs.put("period", period).put("unit", unit).put("format", format);
    return process
        .prepare(new ProcessInputs(inputs, process.description().inputNames()))
        .run(Crew.alone());
  }

  private static JsonNode json(Stored stored, String period, String unit) throws Exception {
    return Json.tree(run(TestStudy.empty(), stored, period, unit, "json").forms().get(0).content());
  }

  private static JsonNode line(JsonNode report, String code) {
    for (JsonNode line : report.path("indicators")) {
      if (line.path("code").asText().equals(code)) {
        return line;
      }
    }
    throw new AssertionError("no line " + code + " in " + report);
  }

  @Test
  void everyFigureOfTheSourceReportsIsPrintedWithTheSameNumber() throws Exception {
    Stored stored = new Stored().withSources();
    for (SourceReports.Figure one : SourceReports.figures()) {
      JsonNode line = line(json(stored, one.period().name(), one.unit()), one.indicator());
      assertThat(line.path("current").asLong()).as(one.toString()).isEqualTo(one.value());
      assertThat(line.path("current_at_least").asBoolean()).isEqualTo(one.atLeast());
    }
  }

  @Test
  void langSonsReportReadsAsTheSourceDoes() throws Exception {
    JsonNode report = json(new Stored().withSources(), "2017-H1", "VN-09");
    JsonNode cases = line(report, "trafficking_cases");
    assertThat(cases.path("previous").asLong()).isEqualTo(6);
    assertThat(cases.path("p").asDouble()).isEqualTo(1);
    assertThat(cases.path("text_vi").asText())
        .startsWith("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2016");
    JsonNode exits = line(report, "own_exits");
    assertThat(exits.path("ratio").asDouble()).isCloseTo(0.92965, within(5e-6));
    assertThat(exits.path("persons_independent").asBoolean()).isTrue();
    assertThat(line(report, "received").path("previous").isNull()).isTrue();
    assertThat(line(report, "received").path("text_vi").asText()).isEqualTo("chưa có số cùng kỳ");
  }

  @Test
  void eighteenMonthsAreComparedWithNothing() throws Exception {
    JsonNode report = json(new Stored().withSources(), "2023-01/2024-06", "VN");
    assertThat(report.path("same_period").isNull()).isTrue();
    assertThat(line(report, "cases").path("current").asLong()).isEqualTo(208);
    assertThat(line(report, "cases").path("reading").asText()).isEqualTo("no_same_period");
  }

  @Test
  void unitsBelowAddUpAndThoseThatAreSilentAreNamed() throws Exception {
    Stored stored =
        new Stored()
            .with("VN-09", "cases", "2024-01-01", "2024-07-01", 3)
            .with("LS-01", "cases", "2024-02-01", "2024-03-01", 4)
            .with("LS-01", "cases", "2024-06-01", "2024-09-01", 50);
    JsonNode report = json(stored, "2024-H1", "VN");
    JsonNode line = line(report, "cases");
    assertThat(line.path("current").asLong()).isEqualTo(7);
    assertThat(line.path("provisional").asBoolean()).isTrue();
    assertThat(line.path("incomplete").asBoolean()).isTrue();
    assertThat(report.path("missing").findValuesAsText("unit")).containsExactly("VN-08");
  }

  @Test
  void whatWasCountedWithSingleCountriesIsNotCountedAgain() throws Exception {
    Stored stored =
        new Stored()
            .with("VN-09", "cases", "2024-01-01", "2024-07-01", 10)
            .withPartner("VN-09", "cases", "CN", 6)
            .withPartner("VN-08", "cases", "CN", 3)
            .withPartner("VN-08", "cases", "LA", 2);
    JsonNode report = json(stored, "2024-H1", "VN");
    assertThat(line(report, "cases").path("current").asLong()).isEqualTo(15);
    assertThat(line(report, "cases.CN").path("current").asLong()).isEqualTo(9);
    assertThat(line(report, "cases.CN").path("name_vi").asText())
        .isEqualTo("trong đó với Trung Quốc");
    assertThat(line(report, "cases.LA").path("name_en").asText()).isEqualTo("of them with Laos");
  }

  @Test
  void detectionsHaveLinesOfTheirOwnWithTheVarianceOfGroups() throws Exception {
    TestStudy study =
        TestStudy.empty()
            .seen(TestStudy.inside(1150, 1000), "2024-03-05T18:00:00Z", 12, 5, Source.PATROL)
            .seen(TestStudy.inside(1150, 1000), "2023-03-05T18:00:00Z", 20, 5, Source.PATROL);
    JsonNode report =
        Json.tree(run(study, new Stored(), "2024-H1", "VN", "json").forms().get(0).content());
    assertThat(line(report, "detections").path("current").asLong()).isEqualTo(12);
    JsonNode persons = line(report, "detections_persons");
    assertThat(persons.path("current").asLong()).isEqualTo(60);
    // Groups of five: as sure as twelve and twenty cases, not as sixty and a hundred persons.
    JsonNode cases = line(report, "detections");
    assertThat(persons.path("ratio_high").asDouble())
        .isCloseTo(cases.path("ratio_high").asDouble(), within(1e-12));
    assertThat(persons.path("persons_independent").asBoolean()).isFalse();
  }

  @Test
  void thePageAndThePaperHoldTheSameNumbers() throws Exception {
    Stored stored = new Stored().withSources();
    ProcessResult page = run(TestStudy.empty(), stored, "2017-H1", "VN-09", "html");
    String html = new String(page.forms().get(0).content(), StandardCharsets.UTF_8);
    assertThat(html.replaceAll("</?span[^>]*>", ""))
        .contains("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2016")
        .contains("BIÊN PHÒNG LẠNG SƠN")
        .contains("6 tháng đầu năm 2017");
    ProcessResult paper = run(TestStudy.empty(), stored, "2017-H1", "VN-09", "pdf");
    assertThat(paper.forms().get(0).mediaType()).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(paper.forms().get(0).content())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2016")
          .contains("trên 18.500")
          .contains("19.900")
          .contains("0,93 (0,91–0,95)")
          .contains("-7,0")
          // What the font doesn't have is printed as #.
          .doesNotContain("#");
    }
  }

  @Test
  void theWorkbookHoldsTheSameNumbers() throws Exception {
    Stored stored = new Stored().withSources();
    ProcessResult book = run(TestStudy.empty(), stored, "2017-H1", "VN-09", "xlsx");
    Map<String, Row> rows = new LinkedHashMap<>();
    try (ReadableWorkbook read =
            new ReadableWorkbook(new ByteArrayInputStream(book.forms().get(0).content()));
        Stream<Row> lines = read.getFirstSheet().openStream()) {
      lines.filter(row -> row.getCellCount() > 8).forEach(row -> rows.put(row.getCellText(0), row));
    }
    for (SourceReports.Figure one : SourceReports.figures()) {
      if (one.unit().equals("VN-09") && one.period().name().equals("2017-H1")) {
        assertThat(rows.get(one.indicator()).getCellAsNumber(4).orElseThrow().longValueExact())
            .as(one.toString())
            .isEqualTo(one.value());
      }
    }
    Row exits = rows.get("own_exits");
    assertThat(exits.getCellText(5)).isEqualTo("trên");
    assertThat(exits.getCellAsNumber(6).orElseThrow().longValueExact()).isEqualTo(19_900);
    assertThat(exits.getCellAsNumber(9).orElseThrow().doubleValue())
        .isCloseTo(0.92965, within(5e-6));
  }

  @Test
  void theEnglishPageIsEnglish() throws Exception {
    ObjectNode inputs = Json.MAPPER.createObjectNode();
    inputs.put("period", "2017-H1").put("unit", "VN-09").put("format", "html");
    inputs.put("language", "en");
    PeriodReportProcess process = process(TestStudy.empty(), new Stored().withSources());
    ProcessResult page =
        process
            .prepare(new ProcessInputs(inputs, process.description().inputNames()))
            .run(Crew.alone());
    String html = new String(page.forms().get(0).content(), StandardCharsets.UTF_8);
    assertThat(html.replaceAll("</?span[^>]*>", ""))
        .contains("first half of 2017")
        .contains("down 1 (5 against 6 cases)")
        .contains("over 18,500")
        .doesNotContain("Kết luận");
  }

  @Test
  void patrolsHaveARateOfTheirOwnHours() throws Exception {
    TestStudy study =
        TestStudy.empty()
            .patrolled(TestStudy.inside(1150, 500), "2023-03-05T01:00:00Z", 100)
            .patrolled(TestStudy.inside(1150, 500), "2024-03-05T01:00:00Z", 50)
            .seen(TestStudy.inside(1150, 1000), "2024-03-05T18:00:00Z", 20, 1, Source.PATROL)
            .seen(TestStudy.inside(1150, 1000), "2024-03-06T18:00:00Z", 9, 1, Source.REPORT)
            .seen(TestStudy.inside(1150, 1000), "2023-03-05T18:00:00Z", 10, 1, Source.PATROL);
    JsonNode report =
        Json.tree(run(study, new Stored(), "2024-H1", "VN", "json").forms().get(0).content());
    assertThat(line(report, "patrol_hours").path("current").asLong()).isEqualTo(50);
    JsonNode rate = line(report, "patrol_rate");
    assertThat(rate.path("kind").asText()).isEqualTo("rate");
    assertThat(rate.path("current").asDouble()).isCloseTo(400, within(0.01));
    assertThat(rate.path("previous").asDouble()).isCloseTo(100, within(0.01));
    assertThat(rate.path("ratio").asDouble()).isCloseTo(4, within(1e-3));
    // 20 of 30 in a third of the hours: twice the sum of the binomial from 20 on.
    assertThat(rate.path("p").asDouble()).isCloseTo(0.000387519, within(1e-6));
  }

  @Test
  void simulatedMonthsBetweenThePeriodsMakeTheReportSynthetic() throws Exception {
    TestStudy between =
        TestStudy.empty()
            .seen(TestStudy.inside(1150, 1000), "2023-09-05T18:00:00Z", 3, 1, Source.PATROL);
    ProcessResult result = run(between, new Stored().withSources(), "2024-H1", "VN", "html");
    assertThat(result.synthetic()).isTrue();
    assertThat(new String(result.forms().get(0).content(), StandardCharsets.UTF_8))
        .contains("DỮ LIỆU MÔ PHỎNG");
    assertThat(run(between, new Stored().withSources(), "2017-H1", "VN-09", "json").synthetic())
        .isFalse();
  }

  @Test
  void whoIsLateAndByHowMuchIsTold() throws Exception {
    Stored stored =
        new Stored()
            .with("LS-01", "cases", "2024-02-01", "2024-03-01", 4)
            .enteredAt("2024-07-12T18:00:00Z");
    JsonNode report = json(stored, "2024-H1", "VN");
    assertThat(report.path("due").asText()).isEqualTo("2024-07-10");
    JsonNode second = report.path("reporting").get(1);
    assertThat(second.path("unit").asText()).isEqualTo("VN-09");
    assertThat(second.path("state").asText()).isEqualTo("late");
    // 13 July in Viet Nam.
    assertThat(second.path("days_late").asInt()).isEqualTo(3);
    assertThat(second.path("provisional").asInt()).isEqualTo(1);
    assertThat(report.path("reporting").get(0).path("state").asText()).isEqualTo("missing");
    JsonNode alone = json(stored, "2024-H1", "VN-08").path("reporting");
    assertThat(alone.findValuesAsText("unit")).containsExactly("VN-08");
  }

  @Test
  void whatChangedSinceTheLastIssueIsNamed() throws Exception {
    Stored stored =
        new Stored()
            .with("VN-09", "cases", "2024-01-01", "2024-07-01", 10)
            .with("VN-09", "suspects", "2024-01-01", "2024-07-01", 7)
            .issued(
                new LastIssue.Figure("cases", "c", "c", Optional.of(8.0), Optional.empty()),
                new LastIssue.Figure("suspects", "s", "s", Optional.of(7.0), Optional.empty()),
                new LastIssue.Figure("victims", "v", "v", Optional.of(2.0), Optional.empty()));
    JsonNode report = json(stored, "2024-H1", "VN");
    assertThat(report.at("/summary/version").asInt()).isEqualTo(2);
    JsonNode changes = report.at("/last_issue/changes");
    assertThat(changes.findValuesAsText("code")).containsExactly("cases", "victims");
    assertThat(changes.get(0).path("before").asDouble()).isEqualTo(8);
    assertThat(changes.get(0).path("now").asDouble()).isEqualTo(10);
    assertThat(changes.get(1).path("now").isNull()).isTrue();
  }

  @Test
  void earlierPeriodsAreToldWhereSomebodyReported() throws Exception {
    Stored stored =
        new Stored()
            .with("VN-09", "cases", "2024-01-01", "2024-07-01", 10)
            .with("VN-09", "cases", "2023-07-01", "2024-01-01", 6)
            .with("VN-09", "cases", "2023-01-01", "2023-07-01", 5);
    JsonNode history = line(json(stored, "2024-H1", "VN"), "cases").path("history");
    assertThat(history.findValuesAsText("period"))
        .containsExactly("2021-H2", "2022-H1", "2022-H2", "2023-H1", "2023-H2", "2024-H1");
    assertThat(history.get(2).path("value").isNull()).isTrue();
    assertThat(history.get(3).path("value").asInt()).isEqualTo(5);
    assertThat(history.get(5).path("value").asInt()).isEqualTo(10);
  }

  @Test
  void whatCannotBeAskedIsRefusedByName() {
    assertThatThrownBy(() -> json(new Stored(), "2024-H7", "VN"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("period");
    assertThatThrownBy(() -> json(new Stored(), "2024-H1", "XX"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("XX");
    assertThatThrownBy(() -> run(TestStudy.empty(), new Stored(), "2024-H1", "VN", "docx"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("format");
  }
}
