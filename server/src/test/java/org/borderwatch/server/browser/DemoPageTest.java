package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Removes the demo, in a server of its own. */
@BrowserTest
class DemoPageTest {
  @Test
  void withoutTheDemoThePageSaysWhatWouldBeHere(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, "theme=dark")) {
      Page page = visit.page();
      visit.button("^Tài khoản$").click();
      page.getByText("Xóa dữ liệu mô phỏng").click();
      page.locator("dialog .button.danger").click();
      assertThat(page.getByText("Đã xóa dữ liệu mô phỏng.")).isVisible();
      assertThat(page.locator(".map-note")).containsText("Chưa có vụ phát hiện nào.");
      assertThat(page.locator(".joint-empty")).isVisible();
      assertThat(page.locator(".top .synthetic")).isHidden();
      visit.assertAccessible();
      visit.picture("empty-phone-dark");
    }
  }
}
