package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/**
 * Counts that are entered by hand: two periods, a contradiction, a correction with its reason; and
 * the report that is made of them.
 */
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
  void theReportIsReadTakenAwayAndIssued(RunningPage running) throws IOException {
    try (Visit visit =
        running.signedIn(Screen.DESK, "bench=reports&report=2024-H1&unit=VN-04&theme=light")) {
      Page page = visit.page();
      assertThat(page.locator(".report h1")).hasText("BÁO CÁO");
      page.locator(".report-feed .button").first().click();
      Locator dialog = page.locator("dialog.outcomes-dialog");
      enter(page, "2023", "2023-H1", "6", "15");
      enter(page, "2024", "2024-H1", "5", "5");
      dialog.locator("#outcome-received").fill("10");
      dialog.locator("#outcome-received_social").fill("12");
      save(dialog);
      assertThat(dialog.locator(".error-summary")).containsText("nhiều hơn");
      dialog.locator("#outcome-received_social").fill("7");
      save(dialog);
      assertThat(dialog.locator(".outcomes-said")).containsText("Chưa có gì thay đổi");
      page.keyboard().press("Escape");

      Locator cases = page.locator("tr:has([data-line=trafficking_cases])");
      assertThat(cases).containsText("Chưa đủ cơ sở kết luận có thay đổi");
      assertThat(page.locator("tr:has([data-line=trafficking_suspects])"))
          .containsText("0,33 (0,12–0,92)");
      assertThat(page.locator(".report"))
          .containsText("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2023");
      assertThat(page.locator(".panel.right")).containsText("chưa phát hành");
      visit.assertAccessible();
      visit.picture("report-desk-light-vi");

      page.locator("[data-line=trafficking_cases]").first().click();
      Locator rows = page.locator("dialog").last();
      assertThat(rows).containsText("Bộ đội Biên phòng Cao Bằng");
      assertThat(rows).containsText("01/2024–06/2024");
      visit.assertAccessible();
      page.keyboard().press("Escape");

      Download paper = page.waitForDownload(() -> page.getByText("Tải PDF").click());
      try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
        String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        org.assertj.core.api.Assertions.assertThat(text)
            .contains("giảm 01 vụ (05/06 vụ) so với cùng kỳ năm 2023", "0,33 (0,12–0,92)");
      }
      Download book =
          page.waitForDownload(
              () -> page.locator(".report-files .button").getByText("XLSX").click());
      try (ReadableWorkbook read = new ReadableWorkbook(book.path().toFile());
          Stream<Row> lines = read.getFirstSheet().openStream()) {
        Row suspects =
            lines
                .filter(row -> row.getCellCount() > 6)
                .filter(row -> row.getCellText(0).equals("trafficking_suspects"))
                .findFirst()
                .orElseThrow();
        org.assertj.core.api.Assertions.assertThat(suspects.getCellText(4)).isEqualTo("5");
        org.assertj.core.api.Assertions.assertThat(suspects.getCellText(6)).isEqualTo("15");
      }

      page.getByText("Phát hành bản 1").click();
      page.locator("dialog .button.primary").click();
      assertThat(page.locator(".report-issues")).containsText("Bản 1");
      importCounts(page);
      assertThat(page.locator("tr:has([data-line=trafficking_cases])")).containsText("08");
      page.getByText("Đổi 1 dòng so với bản 1").click();
      assertThat(page.locator("dialog").last()).containsText("Vụ mua bán người");
      page.keyboard().press("Escape");
      page.locator(".report-issues .text-button").click();
      assertThat(page.locator(".panel.right")).containsText("Người phát hành");
      assertThat(page.locator("[data-line=trafficking_cases]").first()).hasText("05");
      page.getByText("Xem số liệu hiện nay").click();

      page.locator("#report-unit").selectOption("VN-09");
      page.locator("[data-line=detections]").first().click();
      assertThat(page).hasURL(Pattern.compile("period=2024-01-01/2024-06-30"));
      assertThat(page.locator(".map")).isVisible();
    }
  }

  /** A file that replaces a count is refused without a reason, and stored with one. */
  private static void importCounts(Page page) {
    page.getByText("Nạp tệp XLSX, CSV").click();
    String rows = "unit,period,indicator,value\nVN-04,2024-H1,trafficking_cases,8\n";
    page.locator("#count-file")
        .setInputFiles(
            new FilePayload("so-lieu.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
    Locator dialog = page.locator("dialog.import-dialog");
    assertThat(dialog).containsText("đã có số 5");
    assertThat(dialog.locator(".button.primary").last()).isDisabled();
    dialog.locator("#count-reason").selectOption("late");
    assertThat(dialog.locator(".button.primary").last()).hasText("Lưu 1 số");
    dialog.locator(".button.primary").last().click();
    assertThat(page.locator("#notices")).containsText("Đã lưu 1 số");
  }

  @Test
  void whatIsCountedIsSaidByTheAdministrator(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "lang=en")) {
      Page page = visit.page();
      Locator form = open(page, "Enter outcome counts");
      form.getByText("List of indicators").click();
      page.getByText("Add an indicator").click();
      Locator dialog = page.locator("dialog").last();
      dialog.locator(".button.primary").click();
      assertThat(dialog.locator(".error-summary"))
          .containsText("Name in Vietnamese: is not a text");
      visit.assertAccessible();
      String[] texts = {
        "boat_checks", "Lượt kiểm tra tàu thuyền", "Checks of boats", "lượt", "checks"
      };
      for (int i = 0; i < texts.length; i++) {
        dialog.locator("input.input").nth(i).fill(texts[i]);
      }
      dialog.locator(".button.primary").click();
      assertThat(page.locator(".indicator-row").getByText("Checks of boats")).isVisible();
      page.keyboard().press("Escape");
      assertThat(form.locator("#outcome-boat_checks")).isVisible();
    }
  }

  @Test
  void onAPhoneEachLineOfTheReportIsABlock(RunningPage running) {
    try (Visit visit =
        running.signedIn(
            Screen.PHONE, "bench=reports&report=2024-H1&unit=VN-09&lang=en&theme=dark")) {
      Page page = visit.page();
      assertThat(page.locator(".report h1")).hasText("REPORT");
      assertThat(page.locator("tr:has([data-line=detections]) td").nth(1))
          .hasAttribute("data-label", "Same period 2023");
      visit.assertAccessible();
      visit.picture("report-phone-dark-en");
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
