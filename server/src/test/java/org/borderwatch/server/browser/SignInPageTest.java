package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BrowserTest
class SignInPageTest {

  @ParameterizedTest
  @EnumSource(Screen.class)
  void withoutAnAccountThereIsOnlyTheSignIn(Screen screen, RunningPage running) {
    try (Visit visit = running.visit(screen)) {
      assertThat(visit.page().getByLabel("Tài khoản")).isVisible();
      assertThat(visit.page().locator(".leaflet-container")).hasCount(0);
      visit.assertAccessible();
      visit.picture("sign-in-" + screen.label());
    }
  }

  @Test
  void aWrongPasswordIsExplainedAndTheRightOneOpensTheMap(RunningPage running) {
    try (Visit visit = running.visit(Screen.DESK)) {
      visit.page().getByLabel("Tài khoản").fill(RunningPage.ACCOUNT);
      visit.page().getByLabel("Mật khẩu").fill("không phải mật khẩu");
      visit.button("Đăng nhập").click();
      assertThat(visit.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
          .containsText("không đúng");
      visit.page().getByLabel("Mật khẩu").fill(RunningPage.PASSWORD);
      visit.page().keyboard().press("Enter");
      visit.awaitMap();
    }
  }

  @Test
  void theSignInSpeaksEnglishToo(RunningPage running) {
    try (Visit visit = running.visit(Screen.PHONE)) {
      visit.button("English").click();
      assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
      assertThat(visit.page().getByLabel("Password")).isVisible();
      assertThat(visit.page()).hasURL(Pattern.compile("lang=en"));
    }
  }
}
