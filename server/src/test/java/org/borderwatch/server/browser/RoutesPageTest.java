package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The analyst's workbench on the demo: what carries the flow, what ways remain, what lies on a
 * road.
 */
@BrowserTest
class RoutesPageTest {
  private static final String BENCH = "period=2024-01-01/2024-06-30&bench=routes";

  /** Two towns of the demo that roads join, as latitude and longitude. */
  private static final String LANG_SON = "21.85263, 106.76101";

  private static final String DONG_DANG = "21.94411, 106.70167";

  private static final String NETWORK_IS_PAINTED =
      """
      () => [...document.querySelectorAll('.network-tile')].some(tile => tile.width > 0 &&
        tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data.some(byte => byte > 0))
      """;

  @Test
  void keySegmentsAreRankedToldAndClosed(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH)) {
      Page page = visit.page();
      Locator legend = segments(visit);
      assertThat(legend.locator("h2")).containsText("lượt người");
      assertThat(legend).containsText("dày và đậm cùng tăng");
      assertThat(page.locator(".synthetic").first()).isVisible();
      page.waitForFunction(NETWORK_IS_PAINTED);
      Locator rows = page.locator(".stretches tbody tr");
      assertThat(rows.first()).containsText("%");
      visit.assertAccessible();
      visit.picture("segments-desk-light-vi");

      rows.nth(1).click();
      Locator story = page.locator(".story");
      assertThat(story).containsText("của mọi lượt người");
      assertThat(story.locator("svg.heights")).hasAttribute("aria-label", Pattern.compile("leo"));
      assertThat(rows.nth(1).locator("button")).hasAttribute("aria-pressed", "true");
      assertThat(page).hasURL(Pattern.compile("chosen="));
      visit.button("^Tính khi chặn").click();
      assertThat(story).containsText("60 phút");
      visit.assertAccessible();
      visit.picture("segments-story-desk-light-vi");

      page.locator(".leaflet-container").focus();
      page.keyboard().press("n");
      assertThat(story.locator(".story-rank")).containsText("thứ 3 trong");
      assertThat(page.locator("#announcements")).containsText("Hạng 3");
      Download file = page.waitForDownload(() -> visit.button("^CSV$").click());
      assertThat(file.suggestedFilename())
          .isEqualTo("key-segments-2024-01-01-2024-06-30-synthetic.csv");

      legend.getByText("Xem dạng bảng").click();
      assertThat(page.locator("dialog .grid-table tbody tr").first()).containsText("%");
    }
  }

  @Test
  void waysBetweenTwoPlacesDifferByDashAndNumber(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH + "&view=alternatives&lang=en")) {
      Page page = visit.page();
      assertThat(page.locator(".map-note")).containsText("Choose the start");
      page.locator("#end-start").fill("nowhere");
      page.keyboard().press("Enter");
      assertThat(page.locator("#end-start-error")).containsText("latitude");
      page.locator("#end-start").fill(LANG_SON);
      page.keyboard().press("Enter");
      assertThat(page.locator(".end-marker.start")).isVisible();
      page.locator("#end-end").fill(DONG_DANG);
      page.keyboard().press("Enter");

      Locator legend = page.locator(".legend.result");
      assertThat(legend.locator(".way-list li").first())
          .containsText(Pattern.compile("\\d\\s(min|h)"));
      Locator rows = page.locator(".ranks tbody tr");
      assertThat(rows.nth(1)).containsText("%");
      assertThat(page.locator(".dock svg.heights")).hasAttribute("role", "img");
      rows.nth(1).click();
      assertThat(page.locator(".story")).containsText("Overlap with better ways");
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
      visit.assertAccessible();
      visit.picture("ways-desk-dark-en");

      visit.button("^Clear both$").click();
      assertThat(legend).isHidden();
      assertThat(page).not().hasURL(Pattern.compile("start="));
      page.locator(".leaflet-container").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".end-marker.start")).isVisible();
      assertThat(page.locator("#announcements")).containsText("Choose the end");
    }
  }

  @Test
  void aTapSetsEachEndOnAPhone(RunningPage running) {
    String place = "&view=alternatives&map=10.5/21.9/106.73";
    try (Visit visit = running.signedIn(Screen.PHONE, BENCH + place + "&theme=dark")) {
      Page page = visit.page();
      page.waitForFunction(NETWORK_IS_PAINTED);
      BoundingBox map = page.locator(".leaflet-container").boundingBox();
      page.touchscreen().tap(map.x + 150, map.y + 200);
      page.touchscreen().tap(map.x + 230, map.y + 330);
      assertThat(page.locator(".phone-figures")).containsText("đường");
      visit.assertAccessible();
      visit.picture("ways-phone-dark-vi");
    }
  }

  @Test
  void periodFiltersAndPlaceTravelBetweenTheBenches(RunningPage running) {
    try (Visit visit =
        running.signedIn(Screen.DESK, "period=2023-01-01/2023-06-30&setting=trail")) {
      Page page = visit.page();
      visit.awaitHeat();
      page.locator(".benches").getByText("Tuyến").click();
      assertThat(page.locator("h1").last()).hasText("Tuyến");
      assertThat(page).hasURL(Pattern.compile("period=2023.*setting=trail.*bench=routes"));
      assertThat(page.locator("#main")).isFocused();
      page.waitForFunction(NETWORK_IS_PAINTED);
      page.locator(".benches").getByText("Điểm nóng").click();
      visit.awaitHeat();
      assertThat(page).hasURL(Pattern.compile("period=2023.*setting=trail"));
      assertThat(page).not().hasURL(Pattern.compile("bench="));
    }
  }

  /** The legend of key segments, which are computed when nobody has done so yet. */
  private static Locator segments(Visit visit) {
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
}
