package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see while the database is away, and when others change the data. */
@BrowserTest
class OutagePageTest {
  private static final String VIEW = "period=2024-01-01/2024-06-30&synthetic=true";

  private final RunningPage running;

  OutagePageTest(RunningPage running) {
    this.running = running;
  }

  @AfterEach
  void mend() {
    running.line().mend();
  }

  @ParameterizedTest
  @CsvSource({"DESK,light,vi", "DESK,dark,en", "PHONE,light,en", "PHONE,dark,vi"})
  void withoutTheDatabaseThePageSaysSinceWhenAndGoesOn(
      Screen screen, String theme, String language) {
    try (Visit visit = running.signedIn(screen, VIEW + "&theme=" + theme + "&lang=" + language)) {
      Page page = visit.page();
      visit.awaitHeat();
      long all = visit.detectionsInView();
      running.line().cut();
      Locator line = page.locator(".map-line");
      assertThat(line).isVisible();
      assertThat(line).containsText(Pattern.compile("(từ|since) \\d\\d:\\d\\d"));
      page.locator(".leaflet-container").focus();
      page.keyboard().press("+");
      page.keyboard().press("+");
      visit.awaitFigure(number -> number > 0 && number < all);
      visit.awaitHeat();
      visit.assertAccessible();
      visit.picture("stale-" + screen.label() + "-" + theme + "-" + language);
      page.reload();
      visit.awaitMap().awaitHeat();
      assertThat(line).isVisible();
      running.line().mend();
      assertThat(line).isHidden();
    }
  }

  @Test
  void anEntryIsKeptAndWhatWasStoredMeanwhileIsCounted() throws SQLException {
    try (Visit visit = running.signedIn(Screen.DESK, VIEW)) {
      Page page = visit.page();
      long before = visit.awaitHeat().detectionsInView();
      running.line().cut();
      assertThat(page.locator(".map-line")).isVisible();
      visit.button("Ghi nhận").locator("visible=true").first().click();
      Locator panel = page.locator(".record-panel");
      BoundingBox map = page.locator(".leaflet-container").boundingBox();
      page.mouse().click(map.x + map.width * 0.4, map.y + 90);
      assertThat(panel.locator(".record-where")).containsText("Km ");
      panel.getByText("Lưu vụ phát hiện").click();
      assertThat(page.locator(".notice").getByText("chờ gửi (1)")).isVisible();
      visit.picture("stale-kept-desk");
      insertOne("0 AND 10000");
      running.line().mend();
      assertThat(page.locator(".map-line")).isHidden();
      assertThat(page.getByText("Đã gửi 1 vụ chờ trên máy.")).isVisible();
      assertThat(visit.awaitFigure(number -> number != before)).isEqualTo(before + 1);
    }
  }

  @Test
  void whereSingleDetectionsAreMissingThePageSaysSoAndFetchesThemAfterwards() {
    try (Visit visit = running.signedIn(Screen.DESK, VIEW)) {
      String place =
          Visit.mapAt(visit.anyDetection("synthetic=true&datetime=2024-02-01/2024-05-01"));
      visit.open(VIEW + "&" + place).awaitMap().awaitHeat();
      Page page = visit.page();
      Locator note = page.locator(".map-note");
      assertThat(note).isHidden();
      running.line().cut();
      assertThat(page.locator(".map-line")).isVisible();
      page.locator(".leaflet-container").focus();
      page.keyboard().press("-");
      assertThat(note).containsText("Chưa tải được hết từng vụ");
      running.line().mend();
      assertThat(page.locator(".map-line")).isHidden();
      assertThat(note).isHidden();
    }
  }

  @Test
  void whatOthersStoreComesByItselfAndTakesNothingAway() throws SQLException {
    try (Visit visit = running.signedIn(Screen.DESK, VIEW)) {
      Page page = visit.page();
      long all = visit.awaitHeat().detectionsInView();
      page.locator(".rank .row-button").first().click();
      Locator chosen = page.locator(".rank tr.chosen");
      assertThat(chosen).hasCount(1);
      long before = visit.awaitFigure(number -> number < all);
      String stretch = page.url().replaceAll(".*stretch=CN/(\\d+)/(\\d+).*", "$1 AND $2");
      Locator day = page.locator("#period-from");
      day.fill("15/0");
      insertOne(stretch);
      visit.awaitFigure(number -> number == before + 1);
      assertThat(day).hasValue("15/0");
      assertThat(chosen).hasCount(1);
    }
  }

  /** A copy of a row between those kilometres, in the middle of the half-year that is looked at. */
  private void insertOne(String kilometres) throws SQLException {
    running.sql(
        """
        INSERT INTO borderwatch.detection (source_ref, observed_at, geom, direction, setting, source, outcome, persons,
          border_with, border_km, border_offset_m, synthetic, recorded_by)
        SELECT 'beside:' || gen_random_uuid(), '2024-03-15T08:00:00+07:00', geom, direction, setting, source, outcome, persons,
          border_with, border_km, border_offset_m, true, 'beside'
        FROM borderwatch.detection
        WHERE synthetic AND observed_at BETWEEN '2024-02-01' AND '2024-05-01'
          AND border_km BETWEEN %s
        ORDER BY row_no LIMIT 1
        """
            .formatted(kilometres));
  }
}
