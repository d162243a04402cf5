package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BrowserTest
class ImportPageTest {
  private static final String ROWS =
      """
      source_ref,observed_at,lon,lat,direction,persons
      BT-%1$s-1,2024-06-01T02:40:00+07:00,106.702,21.985,exit,4
      BT-%1$s-2,2024-06-02T03:10:00+07:00,106.715,21.960,exit,2
      BT-%1$s-3,2024-06-31T03:10:00+07:00,106.715,21.960,exit,2
      BT-%1$s-4,2024-06-03T03:10:00+07:00,21.960,106.715,exit,2
      BT-%1$s-5,2024-06-03T03:10:00+07:00,106.715,21.960,xuat,2
      """;

  /** A file let go over the map, as a hand would. */
  private static final String DROP =
      """
      rows => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([rows], 'thang-6.csv', {type: 'text/csv'}));
        for (const type of ['dragover', 'drop'])
          document.querySelector('.map-host').dispatchEvent(
            new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
      }
      """;

  @ParameterizedTest
  @EnumSource(Screen.class)
  void aFileIsReadThenShownThenStored(Screen screen, RunningPage running) throws IOException {
    try (Visit visit = running.signedIn(screen, "")) {
      Page page = visit.page();
      Locator dialog = chooseFile(visit, "thang-6.csv", ROWS.formatted(screen.label()));
      assertThat(dialog.locator(".import-tallies dd")).hasText(new String[] {"2", "3", "0", "5"});
      assertThat(dialog.locator("tbody tr")).hasCount(3);
      assertThat(dialog.locator(".dialog-footer")).containsText("Chưa lưu gì");
      visit.assertAccessible();
      visit.picture("import-" + screen.label());
      Download rejects = page.waitForDownload(() -> dialog.getByText("rejects.csv").click());
      assertThat(Files.readString(rejects.path())).contains("2024-06-31T03:10:00+07:00");
      dialog.getByText("Lưu 2 dòng").click();
      assertThat(dialog.locator(".dialog-footer")).containsText("Đã lưu 2 dòng.");
      assertThat(dialog.locator(".import-tallies dd")).hasText(new String[] {"2", "3", "0", "5"});
      assertThat(dialog.locator(".import-demo")).isVisible();
      visit.picture("import-stored-" + screen.label());
      dialog.getByText("Xem trên bản đồ").click();
      assertThat(dialog).hasCount(0);
      visit.awaitMap();
    }
  }

  @Test
  void aFileThatNobodyCanReadGetsOneSentenceAndARemedy(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "theme=dark")) {
      Locator dialog = chooseFile(visit, "so-tinh.csv", "PK\u0003\u0004\u0014\u0000\u0000");
      assertThat(dialog.locator(".error-summary")).containsText("Không đọc được tệp");
      assertThat(dialog).containsText("CSV UTF-8");
      visit.assertAccessible();
      visit.picture("import-unreadable-desk-dark");
    }
  }

  @Test
  void aFileIsDroppedOnThePageAndCancelledWithNothingStored(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "lang=en")) {
      Page page = visit.page();
      page.evaluate(DROP, ROWS.formatted("drop"));
      Locator dialog = page.locator(".import-dialog");
      assertThat(dialog.locator(".import-tallies dd")).hasText(new String[] {"2", "3", "0", "5"});
      dialog.getByText("Cancel").click();
      assertThat(dialog).hasCount(0);
      page.evaluate(DROP, ROWS.formatted("drop"));
      assertThat(dialog.locator(".import-tallies dd")).hasText(new String[] {"2", "3", "0", "5"});
    }
  }

  private static Locator chooseFile(Visit visit, String name, String text) {
    Page page = visit.page();
    visit.button("^Tài khoản$").click();
    page.getByText("Nạp tệp").click();
    Locator dialog = page.locator(".import-dialog");
    assertThat(dialog).isVisible();
    visit.assertAccessible();
    page.locator("#import-file")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    return dialog;
  }
}
