package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see while the detections are still being read into memory. */
@BrowserTest
class LoadingPageTest {
  private final RunningPage running;

  LoadingPageTest(RunningPage running) {
    this.running = running;
  }

  @ParameterizedTest
  @CsvSource({"DESK,light,vi", "PHONE,dark,en"})
  void thePageOpensBeforeTheDataAreReadAndFillsItself(Screen screen, String theme, String language)
      throws SQLException {
    try (Connection beside = running.connect()) {
      lockDetections(beside);
      running.restart();
      String view = "theme=" + theme + "&lang=" + language;
      try (Visit visit = running.signedIn(screen, view)) {
        Page page = visit.page();
        Locator line = page.locator(".map-line");
        assertThat(line).isVisible();
        assertThat(line).containsText(language.equals("vi") ? "Đang nạp dữ liệu" : "Reading the");
        assertThat(page.locator(".notice")).hasCount(0);
        visit.assertAccessible();
        visit.picture("loading-" + screen.label() + "-" + theme + "-" + language);
        beside.rollback();
        visit.awaitHeat();
        assertThat(line).isHidden();
        assertThat(page.locator(".joint svg.chart")).hasCount(1);
      }
    }
  }

  /** Whoever wants to read them waits. */
  private static void lockDetections(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE borderwatch.detection IN ACCESS EXCLUSIVE MODE");
    }
  }
}
