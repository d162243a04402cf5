package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commander's workbench on the demo: plan, curve, areas, roster. */
@BrowserTest
class PatrolsPageTest {
  private static final String BENCH = "period=2024-01-01/2024-06-30&bench=patrols&teams=";

  /** A plan forecasts, chooses and solves a dozen numbers of teams for the curve. */
  private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(90_000);

  @Test
  void aPlanIsMadeProvenToldAndRostered(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH + "3")) {
      Page page = visit.page();
      Locator answer = page.locator(".panel.right");
      assertThat(answer).containsText("Chưa có phương án");
      page.locator(".run-method .button.primary").click();
      assertThat(answer).containsText("Tối ưu, đã chứng minh", PATIENT);
      assertThat(answer.locator(".plan-value")).hasText(Pattern.compile("\\d"));
      assertThat(answer).containsText("khoảng 90 %");
      assertThat(answer.locator("svg.plan-curve"))
          .hasAttribute("aria-label", Pattern.compile("Thêm tổ thứ 4 được"));
      assertThat(answer.locator(".plan-areas tr")).hasCount(3);
      assertThat(answer).containsText("Thử lại");
      assertThat(page.locator(".legend.result:visible")).containsText("Khu vực K1–K3");

      Locator roster = page.locator("table.roster");
      assertThat(roster.locator("tbody tr")).hasCount(3);
      assertThat(roster).containsText("nghỉ");
      visit.assertAccessible();
      visit.picture("plan-desk-light-vi");

      String first = roster.textContent();
      visit.button("^Rút lịch khác$").click();
      assertThat(page.locator(".dock-note")).containsText("mã 2");
      assertThat(roster).not().hasText(first);

      answer.locator(".area-badge").first().click();
      assertThat(page.locator(".story")).containsText("Dự kiến vượt biên");
      assertThat(page.locator(".story")).containsText("Đếm giản đơn");
      visit.assertAccessible();
      visit.picture("plan-story-desk-light-vi");
      page.keyboard().press("Escape");

      Download file = page.waitForDownload(() -> visit.button("^CSV$").click());
      assertThat(file.suggestedFilename()).startsWith("patrol-areas-").contains("synthetic");
      visit.button("^Xem dạng bảng$").last().click();
      assertThat(page.locator("dialog .grid-table tbody tr").first()).isVisible();
    }
    onAPhoneTheRosterKeepsItsFirstColumn(running);
  }

  /** The same question is answered by the same result. */
  private static void onAPhoneTheRosterKeepsItsFirstColumn(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, BENCH + "3&lang=en&theme=dark")) {
      Page page = visit.page();
      assertThat(page.locator(".phone-figures")).containsText("persons a week", PATIENT);
      assertThat(page.locator("table.roster tbody tr").first()).isVisible();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      visit.assertAccessible();
      visit.picture("plan-phone-dark-en");
    }
  }
}
