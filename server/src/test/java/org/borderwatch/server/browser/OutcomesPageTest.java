package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Counts that are entered by hand: two periods, a contradiction, a correction with its reason. */
@BrowserTest
class OutcomesPageTest {

  @Test
  void countsOfTwoPeriodsAreEnteredAndAContradictionIsRefused(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "")) {
      Page page = visit.page();
      Locator dialog = open(page, "Nhập số liệu kết quả");
      enter(page, "2023", "2023-H1", "6", "15");
      assertThat(page.locator("#notices")).containsText("Đã lưu số liệu");
      enter(page, "2024", "2024-H1", "5", "5");
      assertThat(dialog.locator("#outcome-trafficking_cases")).hasValue("5");
      visit.assertAccessible();

      dialog.locator("#outcome-cases").fill("10");
      dialog.locator("#outcome-cases_own").fill("11");
      save(dialog);
      assertThat(dialog.locator(".error-summary")).containsText("nhiều hơn Vụ bắt, xử lý (10)");
      assertThat(dialog.locator("#outcome-cases_own")).hasAttribute("aria-invalid", "true");
      visit.assertAccessible();
      visit.picture("outcomes-refused-desk-light-vi");
      dialog.locator("#outcome-cases_own").fill("9");
      save(dialog);
      assertThat(dialog.locator(".outcomes-said")).containsText("Chưa có gì thay đổi");

      dialog.locator("#outcome-trafficking_suspects").fill("7");
      assertThat(dialog.locator("#outcomes-reason")).isVisible();
      page.locator("#outcomes-reason").selectOption("late");
      save(dialog);
      assertThat(dialog.locator(".outcomes-said")).containsText("Chưa có gì thay đổi");
      dialog
          .getByRole(
              AriaRole.BUTTON,
              new Locator.GetByRoleOptions().setName("Lịch sử: Đối tượng mua bán người"))
          .click();
      Locator history = page.locator("dialog").last();
      assertThat(history.locator("tbody tr")).hasCount(2);
      assertThat(history).containsText("báo cáo bổ sung");
      page.keyboard().press("Escape");

      dialog.locator("#outcome-leaflets").fill("nhiều");
      save(dialog);
      assertThat(dialog.locator(".error-summary")).containsText("số nguyên từ 0");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog").last()).containsText("sẽ mất");
      page.getByText("Ở lại").click();
      assertThat(dialog.locator("#outcome-leaflets")).hasValue("nhiều");
    }
  }

  @Test
  void onAPhoneTheFormIsOneColumn(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, "lang=en&theme=dark")) {
      Page page = visit.page();
      Locator dialog = open(page, "Enter outcome counts");
      assertThat(dialog.locator(".outcomes-section").first()).containsText("Situation");
      visit.assertAccessible();
      visit.picture("outcomes-phone-dark-en");
    }
  }

  private static Locator open(Page page, String entry) {
    page.locator("header button[aria-haspopup]").last().click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry)).click();
    Locator dialog = page.locator("dialog.outcomes-dialog");
    assertThat(dialog.locator("#outcome-trafficking_cases")).isVisible();
    return dialog;
  }

  private static void enter(Page page, String year, String period, String cases, String suspects) {
    page.locator("#outcomes-year").selectOption(year);
    page.locator("#outcomes-period").selectOption(period);
    assertThat(page.locator("#outcome-trafficking_cases")).hasValue("");
    page.locator("#outcome-trafficking_cases").fill(cases);
    page.locator("#outcome-trafficking_suspects").fill(suspects);
    save(page.locator("dialog.outcomes-dialog"));
    assertThat(page.locator(".outcomes-said")).containsText("Chưa có gì thay đổi");
  }

  private static void save(Locator dialog) {
    dialog.locator(".dialog-footer .button.primary").click();
  }
}
