package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BrowserTest
class RecordPageTest {
  /** North of Tân Thanh, with the line in the middle. */
  private static final String NEAR_THE_LINE =
      "period=2024-01-01/2024-06-30&synthetic=true&map=12/21.9900/106.7100";

  @ParameterizedTest
  @EnumSource(Screen.class)
  void aDetectionIsRecordedByClickingTheMapAndTakenBack(Screen screen, RunningPage running) {
    try (Visit visit = running.signedIn(screen, NEAR_THE_LINE)) {
      Page page = visit.page();
      Locator panel = openForm(visit);
      clickMap(page);
      assertThat(panel.locator(".record-where")).containsText("Km ");
      panel.getByLabel("Thêm: Phụ nữ").click();
      panel.getByLabel("Thêm: Trẻ em").click();
      assertThat(panel.locator("#record-persons")).hasValue("2");
      panel.getByLabel("Xuất cảnh").check();
      visit.assertAccessible();
      visit.picture("record-" + screen.label());
      panel.getByText("Lưu vụ phát hiện").click();
      assertThat(page.locator(".notice.done")).containsText("2 lượt người");
      assertThat(panel).hasCount(0);
      visit.button("Hoàn tác").click();
      assertThat(page.getByText("Đã bỏ vụ vừa lưu.")).isVisible();
    }
  }

  @Test
  void whatIsMissingIsSaidOnTopAndAtTheField(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, NEAR_THE_LINE + "&theme=dark")) {
      Locator panel = openForm(visit);
      panel.locator("#record-persons").fill("0");
      panel.getByText("Lưu vụ phát hiện").click();
      assertThat(panel.locator(".error-summary")).containsText("Chọn vị trí trên bản đồ");
      assertThat(panel.locator(".error-summary")).isFocused();
      panel.locator(".error-summary a").last().click();
      assertThat(panel.locator("#record-persons")).isFocused();
      assertThat(panel.locator("#record-persons")).hasValue("0");
      visit.assertAccessible();
      visit.picture("record-errors-phone-dark");
    }
  }

  @Test
  void theFormCanBeFilledWithTheKeyboardAlone(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, NEAR_THE_LINE)) {
      Page page = visit.page();
      visit.button("Ghi nhận vụ phát hiện").focus();
      page.keyboard().press("Enter");
      Locator panel = page.locator(".record-panel");
      assertThat(panel.locator("h2")).isFocused();
      tabTo(page, panel.getByText("Giữa bản đồ"));
      page.keyboard().press("Enter");
      assertThat(panel.locator(".record-where")).containsText("Km ");
      tabTo(page, panel.getByLabel("Thêm: Số lượt người"));
      page.keyboard().press("Space");
      assertThat(panel.locator("#record-persons")).hasValue("2");
      tabTo(page, panel.locator("input[name=direction]:checked"));
      page.keyboard().press("ArrowLeft");
      assertThat(panel.locator("input[value=entry]")).isChecked();
      page.keyboard().press("Enter");
      assertThat(page.locator(".notice.done")).containsText("2 lượt người");
    }
  }

  @Test
  void anEntryMadeWithoutANetworkIsSentWhenItIsBack(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, NEAR_THE_LINE)) {
      Page page = visit.page();
      Locator panel = openForm(visit);
      clickMap(page);
      assertThat(panel.locator(".record-where")).containsText("Km ");
      page.context().setOffline(true);
      panel.getByText("Lưu vụ phát hiện").click();
      assertThat(page.getByText("Đã lưu trên máy, chờ gửi (1)")).isVisible();
      visit.picture("record-offline-phone");
      page.context().setOffline(false);
      assertThat(page.getByText("Đã gửi 1 vụ chờ trên máy.")).isVisible();
    }
  }

  @Test
  void aStoredDetectionIsCorrectedFromItsStory(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "synthetic=true")) {
      Page page = visit.page();
      JsonNode before = visit.anyDetection("synthetic=true&datetime=2024-01-01/2024-06-30");
      String id = before.path("id").asText();
      visit.open(
          "period=2024-01-01/2024-06-30&synthetic=true&detection=%s&%s"
              .formatted(id, Visit.mapAt(before)));
      page.locator(".story").getByText("Sửa").click();
      Locator panel = page.locator(".record-panel");
      assertThat(panel.locator("h2")).hasText("Sửa vụ phát hiện");
      assertThat(panel.locator(".record-where")).containsText("Km ");
      panel.getByLabel("Thêm: Số lượt người").click();
      visit.picture("correct-desk");
      panel.getByText("Lưu bản sửa").click();
      assertThat(page.getByText("Đã lưu bản sửa.").first()).isVisible();
      JsonNode after = visit.detection(id).path("properties");
      assertThat(after.path("persons").asInt())
          .isEqualTo(before.path("properties").path("persons").asInt() + 1);
      assertThat(after.path("observed_at"))
          .isEqualTo(before.path("properties").path("observed_at"));
      assertThat(after.path("source_ref")).isEqualTo(before.path("properties").path("source_ref"));
      assertThat(after.path("station")).isEqualTo(before.path("properties").path("station"));
      assertThat(after.path("synthetic").asBoolean()).isTrue();
    }
  }

  @Test
  void aCorrectionOfAnOldVersionIsRefusedAndKept(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "synthetic=true")) {
      Page page = visit.page();
      JsonNode before = visit.anyDetection("synthetic=true&datetime=2023-01-01/2023-06-30");
      String id = before.path("id").asText();
      visit.open(
          "period=2023-01-01/2023-06-30&synthetic=true&detection=%s&%s"
              .formatted(id, Visit.mapAt(before)));
      page.locator(".story").getByText("Sửa").click();
      Locator panel = page.locator(".record-panel");
      assertThat(panel.locator(".record-where")).containsText("Km ");
      panel.locator("#record-persons").fill("37");
      visit.replace(before);
      panel.getByText("Lưu bản sửa").click();
      assertThat(panel.locator(".error-summary")).containsText("Người khác đã sửa vụ này");
      assertThat(panel.locator("#record-persons")).hasValue("37");
      visit.assertAccessible();
    }
  }

  @Test
  void besideSyntheticDataTheFormSaysThatWhatIsSavedIsReal(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, NEAR_THE_LINE)) {
      assertThat(openForm(visit).locator(".record-real")).containsText("vụ thật");
    }
  }

  private static Locator openForm(Visit visit) {
    visit.button("Ghi nhận").locator("visible=true").first().click();
    Locator panel = visit.page().locator(".record-panel");
    assertThat(panel).isVisible();
    return panel;
  }

  /** A place left of the middle and high up: free of the panel on every screen. */
  private static void clickMap(Page page) {
    BoundingBox map = page.locator(".leaflet-container").boundingBox();
    page.mouse().click(map.x + map.width * 0.4, map.y + 90);
  }

  private static void tabTo(Page page, Locator target) {
    for (int presses = 0; presses < 40; presses++) {
      if ((boolean) target.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never came to " + target);
  }
}
