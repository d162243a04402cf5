package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The planner's workbench: an analysis is set, run, read, left and found again. */
@BrowserTest
class AnalysisPageTest {
  private static final String PERIOD = "period=2024-01-01/2024-06-30";
  private static final String GI = PERIOD + "&view=gi&cell=3000&band=6000";

  private static final String SLOW_ID = "1f8fad5b-d9cb-469f-a165-70867728950e";

  @ParameterizedTest
  @CsvSource({"DESK,light,vi", "DESK,dark,en", "PHONE,light,en", "PHONE,dark,vi"})
  void hotspotsAreShownWithALegendOfWhatIsThere(
      Screen screen, String theme, String language, RunningPage running) {
    String look = "&theme=" + theme + "&lang=" + language;
    try (Visit visit = running.signedIn(screen, GI + look)) {
      Locator legend = shown(visit);
      assertThat(legend.locator("h2")).containsText("Gi*");
      if (screen == Screen.PHONE) {
        legend.locator(".legend-more").click();
      }
      assertThat(legend.locator(".cell-swatch").first()).isVisible();
      assertThat(legend).containsText("n = ");
      assertThat(legend).containsText(language.equals("vi") ? "không biết" : "not known");
      visit.assertAccessible();
      visit.picture("gi-" + screen.label() + "-" + theme + "-" + language);
    }
  }

  @Test
  void aResultTravelsWithTheLinkAndIsNotRunTwice(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI)) {
      shown(visit);
      assertThat(visit.page()).hasURL(Pattern.compile("view=gi.*&job=[0-9a-f-]{36}"));
      String link = visit.page().url();
      try (Visit other = running.signedIn(Screen.DESK, PERIOD)) {
        other.page().navigate(link);
        assertThat(other.awaitMap().page().locator(".legend.result")).isVisible();
        assertThat(other.page().locator(".map-note")).isHidden();
        other.open(GI).awaitMap();
        assertThat(other.page()).hasURL(Pattern.compile("job=[0-9a-f-]{36}"));
      }
    }
  }

  @Test
  void aResultOfOtherConditionsSaysSoAndIsRunAgain(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI + "&direction=exit")) {
      Page page = visit.page();
      shown(visit);
      String first = page.url();
      page.getByRole(AriaRole.RADIO, named("^Số vụ$")).click();
      assertThat(page.locator(".run-advice")).hasText("Kết quả của điều kiện khác.");
      assertThat(page.locator(".map-note")).containsText("Kết quả của điều kiện khác.");
      visit.button("^Chạy lại$").click();
      assertThat(page.locator(".legend.result h2")).containsText("vụ/");
      assertThat(page.locator(".run-advice")).isHidden();
      page.getByRole(AriaRole.RADIO, named("^Lượt người$")).click();
      assertThat(page).hasURL(first);
    }
  }

  @Test
  void aCellTellsItsStoryToKeys(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI)) {
      Page page = visit.page();
      shown(visit);
      page.locator(".leaflet-container").focus();
      page.keyboard().press("n");
      Locator story = page.locator(".story");
      assertThat(story).containsText("Km ");
      assertThat(story).containsText("Benjamini–Hochberg");
      assertThat(story.locator(".story-rank")).containsText("thứ 1 trong");
      assertThat(story.locator("svg.chart.months")).isVisible();
      assertThat(page.locator("#announcements")).containsText("Km ");
      page.keyboard().press("n");
      assertThat(story.locator(".story-rank")).containsText("thứ 2 trong");
      visit.assertAccessible();
      visit.picture("gi-story-desk");
      story.locator("[title^='Nơi trước']").focus();
      page.keyboard().press("p");
      assertThat(story.locator(".story-rank")).containsText("thứ 1 trong");
      page.keyboard().press("Escape");
      assertThat(story).isHidden();
      assertThat(page).not().hasURL(Pattern.compile("chosen="));
    }
  }

  @Test
  void aTapOpensTheStoryInTheSheetOfAPhone(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, GI + "&map=11/22.1/106.7&theme=dark")) {
      Page page = visit.page();
      shown(visit);
      page.locator(".leaflet-container").focus();
      page.keyboard().press("n");
      assertThat(page.locator(".story")).containsText("Km ");
      page.locator(".story [title^='Nơi tiếp']").tap();
      assertThat(page.locator(".story-rank")).containsText("thứ 2 trong");
      visit.assertAccessible();
      visit.picture("gi-story-phone-dark");
    }
  }

  @Test
  void everyCellIsInTheTable(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI)) {
      Page page = visit.page();
      shown(visit).getByText("Xem dạng bảng").click();
      Locator table = page.locator("dialog .grid-table");
      assertThat(table.locator("tbody tr").first()).containsText("Km ");
      assertThat(table.locator("thead")).containsText("p chưa hiệu chỉnh");
      visit.picture("gi-table-desk");
    }
  }

  @Test
  void pastRunsAreOpenedTakenAwayAndForgotten(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI + "&setting=trail")) {
      Page page = visit.page();
      shown(visit);
      page.locator(".past-runs summary").click();
      Locator rows = page.locator(".past-runs li");
      Locator row = rows.filter(new Locator.FilterOptions().setHasText("đang xem"));
      assertThat(row).containsText("6 tháng đầu năm 2024");
      assertThat(row).containsText("lục giác 3.000 m");
      assertThat(row).containsText("admin");
      visit.picture("gi-past-desk");
      row.getByRole(AriaRole.BUTTON, button("^Tải kết quả")).click();
      assertThat(page.locator("dialog")).containsText("mô phỏng");
      Download download =
          page.waitForDownload(() -> page.locator("dialog .download button").first().click());
      assertThat(download.suggestedFilename())
          .isEqualTo("hotspots-2024-01-01-2024-06-30-synthetic.geojson");
      page.keyboard().press("Escape");
      int before = rows.count();
      row.getByRole(AriaRole.BUTTON, button("^Bỏ khỏi danh sách")).click();
      assertThat(page.locator(".run-advice")).hasText("Chưa có kết quả cho điều kiện này.");
      visit.button("^Hoàn tác$").click();
      assertThat(rows).hasCount(before);
      rows.first().locator(".row-button").click();
      assertThat(page.locator(".legend.result")).isVisible();
    }
  }

  @Test
  void aLongRunSaysHowFarItIsAndIsCancelled(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, PERIOD)) {
      Page page = visit.page();
      AtomicBoolean cancelled = new AtomicBoolean();
      Supplier<String> status = () -> slowJob(cancelled.get() ? "dismissed" : "running");
      page.route("**/api/processes/hotspots/execution", answer(201, status));
      page.route(
          "**/api/jobs/" + SLOW_ID,
          route -> {
            cancelled.compareAndSet(false, route.request().method().equals("DELETE"));
            route.fulfill(json(200, status.get()));
          });
      page.getByRole(AriaRole.RADIO, named("^Gi\\*$")).click();
      page.getByRole(AriaRole.BUTTON, named("^Chạy$")).first().click();
      Locator row = page.locator("#conditions .running li");
      assertThat(row).containsText("Tính Gi*, 40 %");
      assertThat(row.locator("progress")).hasAttribute("aria-label", "Điểm nóng");
      visit.assertAccessible();
      visit.picture("gi-running-desk");
      row.getByRole(AriaRole.BUTTON, button("^Hủy")).click();
      assertThat(page.locator("#conditions .running")).isHidden();
      assertThat(page.locator("#announcements")).containsText("đã hủy");
    }
  }

  @Test
  void whatEndsAtOnceShowsNoBar(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, PERIOD)) {
      Page page = visit.page();
      String nothing = "{\"type\": \"/problems/not-found\", \"status\": 404}";
      page.route("**/api/processes/hotspots/execution", answer(201, () -> slowJob("accepted")));
      page.route("**/api/jobs/" + SLOW_ID, answer(200, () -> slowJob("successful")));
      page.route("**/api/jobs/" + SLOW_ID + "/results", answer(404, () -> nothing));
      page.getByRole(AriaRole.RADIO, named("^Gi\\*$")).click();
      Locator run = page.getByRole(AriaRole.BUTTON, named("^Chạy$")).first();
      assertThat(run).isEnabled();
      page.evaluate(
          """
          () => {
            window.barWasSeen = false;
            const bar = document.querySelector('#conditions .running');
            new MutationObserver(() => (window.barWasSeen ||= !bar.hidden)).observe(bar, { attributes: true });
          }
          """);
      run.click();
      assertThat(page.locator(".run-advice")).containsText("không còn");
      assertThat(page.evaluate("() => window.barWasSeen")).isEqualTo(false);
    }
  }

  @Test
  void whatRunsIsFoundAgain(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, PERIOD)) {
      Page page = visit.page();
      String job = slowJob("running");
      page.route("**/api/jobs?*", route -> route.fulfill(json(200, "{\"jobs\":[" + job + "]}")));
      page.route("**/api/jobs/" + SLOW_ID, route -> route.fulfill(json(200, job)));
      page.navigate(page.url() + "&view=gi");
      assertThat(page.locator(".running-chip")).containsText("Tính Gi*, 40 %");
      visit.picture("gi-running-phone");
    }
  }

  @Test
  void aRefusalStandsAtItsField(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI + "&source=sensor")) {
      Page page = visit.page();
      String problem =
          "{\"type\":\"/problems/bad-parameter\",\"status\":400,\"parameter\":\"bandMetres\","
              + "\"detail\":\"Chọn dải ngắn hơn. / Choose a shorter band.\"}";
      page.route("**/api/processes/hotspots/execution", answer(400, () -> problem));
      page.getByRole(AriaRole.BUTTON, named("^Chạy$")).first().click();
      Locator field = page.locator("[data-parameter='bandMetres']");
      assertThat(field.locator(".field-error")).hasText("Chọn dải ngắn hơn.");
      assertThat(field.locator("input")).isFocused();
      assertThat(field.locator("input")).hasAttribute("aria-invalid", "true");
      visit.assertAccessible();
    }
  }

  @Test
  void whoMayNotRunAnalysesSeesTheDensityAndWhy(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, PERIOD)) {
      Page page = visit.page();
      page.route(
          "**/api/session",
          route ->
              route.fulfill(
                  json(200, route.fetch().text().replace("run-analyses", "read-nothing"))));
      page.navigate(page.url() + "&view=gi");
      visit.awaitHeat();
      assertThat(page.locator("#conditions .what")).containsText("Tài khoản này xem được mật độ.");
      assertThat(page).not().hasURL(Pattern.compile("view=gi"));
    }
  }

  @Test
  void paperNamesTheResultAndKeepsItsLegend(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI + "&theme=dark")) {
      Page page = visit.page();
      shown(visit);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
      assertThat(page.locator(".print-head")).containsText("6 tháng đầu năm 2024");
      assertThat(page.locator(".print-head")).containsText("Chạy bởi admin");
      assertThat(page.locator(".print-head")).containsText("Dữ liệu mô phỏng");
      assertThat(page.locator(".legend-paper")).containsText("Benjamini–Hochberg");
      assertThat(page.locator(".legend.result")).isHidden();
    }
  }

  /** The legend of a result, which is run when there is none yet. */
  private static Locator shown(Visit visit) {
    Page page = visit.page();
    Locator legend = page.locator(".legend.result");
    Locator run = page.locator(".map-note .text-button");
    page.waitForCondition(() -> legend.isVisible() || (run.isVisible() && run.isEnabled()));
    if (!legend.isVisible()) {
      run.click();
    }
    assertThat(legend).isVisible();
    return legend;
  }

  private static String slowJob(String status) {
    return """
        {"jobID": "%s", "processID": "hotspots", "type": "process", "status": "%s", "progress": 40,
         "message": "Tính Gi*, 40 %% / Computing Gi*, 40 %%", "created": "2026-11-25T08:00:00Z",
         "started": "2026-11-25T08:00:00Z", "finished": "2026-11-25T08:00:09Z",
         "title": "Hotspots", "titleVi": "Điểm nóng", "requester": "admin", "inputs": {}, "links": []}
        """
        .formatted(SLOW_ID, status);
  }

  private static java.util.function.Consumer<com.microsoft.playwright.Route> answer(
      int status, Supplier<String> body) {
    return route -> route.fulfill(json(status, body.get()));
  }

  private static FulfillOptions json(int status, String body) {
    String type = status >= 400 ? "application/problem+json" : "application/json";
    return new FulfillOptions()
        .setStatus(status)
        .setHeaders(Map.of("Content-Type", type))
        .setBody(body);
  }

  private static Page.GetByRoleOptions named(String pattern) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static Locator.GetByRoleOptions button(String pattern) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
  }
}
