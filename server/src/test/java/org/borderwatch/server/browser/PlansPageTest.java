package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plans that stay: kept, changed by hand, approved; and the conditions that a commander sets. */
@BrowserTest
class PlansPageTest {
  private static final String BENCH = "period=2024-01-01/2024-06-30&bench=patrols&";
  private static final Pattern GAIN = Pattern.compile("[+−]?\\d+,\\d");

  /** A plan forecasts, chooses and solves a dozen numbers of teams for the curve. */
  private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(90_000);

  @Test
  void aPlanIsKeptChangedByHandAndApproved(RunningPage running) {
    try (Visit visit = running.commander(Screen.DESK, BENCH + "teams=4")) {
      Page page = visit.page();
      Locator answer = page.locator(".panel.right");
      page.locator(".run-method .button.primary").click();
      assertThat(answer).containsText("Tối ưu, đã chứng minh", PATIENT);
      assertThat(page.locator("table.roster")).isVisible();

      visit.button("^Lưu phương án…$").click();
      assertThat(page.locator("dialog")).containsText("Bản lưu không đổi");
      page.locator("#plan-name").fill("Tuần 27 – phương án 3");
      visit.assertAccessible();
      visit.button("^Lưu$").click();
      assertThat(answer.locator(".plan-head")).containsText("Tuần 27 – phương án 3", PATIENT);
      assertThat(answer.locator(".plan-head .tag")).hasText("nháp");
      assertThat(page.locator(".register-list .chosen")).containsText("Tuần 27 – phương án 3");
      assertThat(page.locator(".legend.result:visible")).containsText("Nơi họ sẽ chuyển sang");
      assertThat(page).hasURL(Pattern.compile("view=kept.*plan=[0-9a-f-]{36}"));
      visit.assertAccessible();
      visit.picture("kept-desk-light-vi");

      String before = page.locator("table.roster").textContent();
      change(page, visit);
      assertThat(page.locator(".roster td.changed")).hasCount(1);
      assertThat(page.locator(".hand-changes li")).hasText(Pattern.compile("Sửa tay: tổ .* → .*"));
      visit.picture("kept-changed-desk-light-vi");
      page.locator(".hand-changes .text-button").click();
      assertThat(page.locator(".hand-changes li")).hasCount(0);
      assertThat(page.locator("table.roster")).hasText(before);
      change(page, visit);
      assertThat(page.locator(".hand-changes li")).hasCount(1);

      visit.button("^Duyệt phương án$").click();
      assertThat(page.locator("dialog")).containsText("giữ nguyên và trở thành lệnh tuần tra");
      visit.button("^Duyệt$").click();
      assertThat(answer.locator(".plan-head .tag")).hasText("đã duyệt");
      assertThat(answer).containsText("commander-of-the-test duyệt");
      assertThat(answer.getByText("Xóa phương án")).hasCount(0);

      visit.button("^Lệnh tuần tra$").click();
      Download order = page.waitForDownload(() -> visit.button("^Tải PDF$").click());
      assertThat(order.suggestedFilename()).matches("patrol-order-2024-07-01-v5-synthetic.pdf");
      assertThat(order.path()).isNotEmptyFile();
      visit.button("^GPX, KML$").click();
      page.locator("#order-team").selectOption(new SelectOption().setIndex(1));
      Download tracks = page.waitForDownload(() -> visit.button("^GPX$").click());
      assertThat(tracks.suggestedFilename()).endsWith("-1-synthetic.gpx");
      assertThat(tracks.path()).content().contains("<gpx ", "<wpt ", "<rte>");

      visit.button("^Lịch sử$").click();
      assertThat(page.locator("dialog tbody tr")).hasCount(5);
      assertThat(page.locator("dialog tbody tr").first()).containsText("Duyệt");
      assertThat(page.locator("dialog tbody tr").nth(1)).containsText("Sửa tay");
      page.keyboard().press("Escape");
      visit.button("^Đối chiếu đã đi$").click();
      assertThat(page.locator("dialog .walked-counts")).containsText("chưa tới");
      visit.assertAccessible();
      page.keyboard().press("Escape");

      change(page, visit);
      assertThat(answer.locator(".plan-head .tag")).hasText("nháp");
      assertThat(answer).containsText("vẫn là lệnh đang có hiệu lực");
    }
    aPlannerSeesPlansAndChangesNone(running);
  }

  /** Gives the first team that is on duty another area, the first that it may go to. */
  private static void change(Page page, Visit visit) {
    page.locator("table.roster button.shift").first().click();
    Locator dialog = page.locator("dialog.change-dialog");
    assertThat(dialog).containsText("Hiện nay: ");
    Locator other = dialog.locator("tbody tr:not(.on)").filter(withGain()).first();
    assertThat(other.locator("td").last()).hasText(GAIN);
    other.locator("input").click();
    assertThat(dialog.locator(".change-said")).containsText("lượt ngăn chặn kỳ vọng");
    visit.assertAccessible();
    dialog.locator(".button.primary").click();
    assertThat(dialog).hasCount(0);
  }

  private static Locator.FilterOptions withGain() {
    return new Locator.FilterOptions().setHasText(GAIN).setHasNotText("không được");
  }

  @Test
  void teamsOfPostsAndPiecesThatMustNotBeGuardedAreAsked(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH + "lang=en")) {
      Page page = visit.page();
      page.getByText("By post", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator(".run-advice")).containsText("Add a team");
      Locator more = page.locator(".post-teams li").first().locator("button").last();
      more.click();
      more.click();
      assertThat(page.locator(".post-total")).containsText("total 2");
      page.locator(".run-method .button.primary").click();
      Locator answer = page.locator(".panel.right");
      assertThat(answer).containsText("Optimal, proven", PATIENT);
      String best = answer.locator(".plan-areas tr").first().locator("td").nth(1).textContent();

      answer.locator(".area-badge").first().click();
      page.getByText("Must not be", new Page.GetByTextOptions().setExact(true)).last().click();
      assertThat(page.locator(".guard-list li")).containsText(best);
      page.keyboard().press("Escape");
      page.locator(".run-method .button.primary").click();
      assertThat(page.locator(".plan-areas tr").first()).not().containsText(best, PATIENT);
      visit.assertAccessible();
      assertThat(page).hasURL(Pattern.compile("posts=[^&]+&exclude=CN"));
      visit.picture("plan-by-post-desk-light-en");

      page.locator("details.guard summary").first().click();
      page.locator("#guard-from").fill("1160");
      page.locator("#guard-to").fill("1150");
      visit.button("^Add$").click();
      assertThat(page.locator("#guard-error")).containsText("beyond the first");
    }
  }

  private static void aPlannerSeesPlansAndChangesNone(RunningPage running) {
    try (Visit visit = running.as("planner", Screen.PHONE, BENCH + "view=kept&theme=dark")) {
      Page page = visit.page();
      assertThat(page.locator(".panel.right")).containsText("phương án 3");
      assertThat(page.locator("table.roster .shift").first()).isVisible();
      assertThat(page.getByText("Duyệt phương án")).hasCount(0);
      assertThat(page.getByText("Xóa phương án")).hasCount(0);
      visit.assertAccessible();
      visit.picture("kept-phone-dark-vi");
    }
  }
}
