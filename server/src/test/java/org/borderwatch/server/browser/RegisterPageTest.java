package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The register of routes on the demo: drawing along the network, changing, deleting, files in and
 * out.
 */
@BrowserTest
class RegisterPageTest {
  private static final String BENCH =
      "period=2024-01-01/2024-06-30&bench=routes&view=register&map=11/21.9000/106.7300";

  private static final double CENTRE_LON = 106.73;
  private static final double CENTRE_LAT = 21.9;
  private static final double PIXELS_OF_THE_WORLD = 256 * Math.pow(2, 11);

  /** Two towns of the demo that roads join. */
  private static final double[] LANG_SON = {106.76101, 21.85263};

  private static final double[] DONG_DANG = {106.70167, 21.94411};

  private static final String TRACKS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
        <trk><name>TT-07 Na Sầm – Tân Thanh</name><trkseg>
          <trkpt lat="22.050" lon="106.610"/><trkpt lat="22.030" lon="106.650"/>
          <trkpt lat="22.010" lon="106.690"/>
        </trkseg></trk>
      </gpx>
      """;

  @Test
  void aRouteIsDrawnAlongTheNetworkChangedAndDeletedWithUndo(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH)) {
      Page page = visit.page();
      assertThat(page.locator(".register-list li").first()).isVisible();
      visit.button("^Vẽ tuyến mới$").click();
      Locator panel = page.locator(".route-panel");
      assertThat(panel.locator("h2")).isFocused();
      click(page, LANG_SON);
      click(page, DONG_DANG);
      assertThat(page.locator(".draw-leg.found")).hasCount(1);
      assertThat(panel.locator(".draw-state")).containsText("km");
      panel.locator("#route-code").fill("thu-01");
      panel.getByText("Lưu tuyến").click();
      assertThat(panel.locator(".error-summary")).isFocused();
      panel.locator(".error-summary a").click();
      assertThat(panel.locator("#route-name")).isFocused();
      page.keyboard().type("Lạng Sơn – Đồng Đăng");
      visit.assertAccessible();
      visit.picture("register-draw-desk-light-vi");
      panel.getByText("Lưu tuyến").click();
      assertThat(page.locator(".notice.done")).containsText("THU-01");
      Locator story = page.locator(".story");
      assertThat(story).containsText("Lạng Sơn – Đồng Đăng");
      String id = page.url().replaceAll(".*chosen=([0-9a-f-]{36}).*", "$1");
      JsonNode stored = route(visit, id);
      assertThat(stored.path("geometry").path("coordinates").get(0).size()).isGreaterThan(5);
      assertThat(stored.path("properties").path("synthetic").asBoolean()).isTrue();

      visit.button("^Sửa tuyến$").click();
      panel.getByText("Đã xác minh").click();
      page.locator(".leaflet-container").focus();
      page.keyboard().press("Enter");
      int handles = page.locator(".draw-handle:not(.middle)").count();
      page.keyboard().press("Control+z");
      assertThat(page.locator(".draw-handle:not(.middle)")).hasCount(handles - 1);
      page.keyboard().press("Escape");
      visit.button("^Vẽ tiếp$").click();
      panel.getByText("Lưu bản sửa").click();
      assertThat(story.locator(".route-state")).containsText("Đã xác minh");
      assertThat(story).containsText("Nghi vấn → Đã xác minh");
      assertThat(route(visit, id).path("geometry")).isEqualTo(stored.path("geometry"));
      assertThat(story.locator(".evidence .figures, .evidence .note").first()).isVisible();
      visit.assertAccessible();
      visit.picture("register-story-desk-light-vi");

      visit.button("^Xóa tuyến$").click();
      assertThat(page.getByText("Đã xóa tuyến THU-01.")).isVisible();
      assertThat(page.locator(".register-list")).not().containsText("THU-01");
      page.locator(".notice").getByText("Hoàn tác").click();
      assertThat(story).containsText("Khôi phục sau khi xóa");
      assertThat(page.locator(".register-list")).containsText("THU-01");
    }
  }

  @Test
  void aDrawingOnAPhoneIsGivenUpOnlyWhenSomebodySaysSo(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, BENCH + "&theme=dark&lang=en")) {
      Page page = visit.page();
      page.locator(".tabs button").last().click();
      visit.button("^Draw a route$").click();
      BoundingBox map = page.locator(".leaflet-container").boundingBox();
      page.touchscreen().tap(map.x + 120, map.y + 60);
      page.touchscreen().tap(map.x + 230, map.y + 110);
      assertThat(page.locator(".draw-handle:not(.middle)")).hasCount(2);
      visit.assertAccessible();
      visit.picture("register-draw-phone-dark-en");
      visit.button("^Cancel$").click();
      Locator question = page.locator("dialog.narrow");
      question.getByText("Go on drawing").click();
      assertThat(page.locator(".draw-handle:not(.middle)")).hasCount(2);
      visit.button("^Cancel$").click();
      question.getByText("Give up", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator(".route-panel")).hasCount(0);
      assertThat(page.locator(".draw-handle")).hasCount(0);
    }
  }

  @Test
  void routesComeFromAFileAndLeaveAsAGeoPackageThatGdalReads(RunningPage running)
      throws IOException, InterruptedException {
    try (Visit visit = running.signedIn(Screen.DESK, BENCH + "&theme=dark&lang=en")) {
      Page page = visit.page();
      Locator routes = page.locator(".register-list li");
      assertThat(routes.first()).isVisible();
      int before = routes.count();
      visit.button("^Import$").click();
      Locator dialog = page.locator(".import-dialog");
      visit.assertAccessible();
      byte[] gpx = TRACKS.getBytes(StandardCharsets.UTF_8);
      page.locator("#import-file")
          .setInputFiles(new FilePayload("tuyen.gpx", "application/gpx+xml", gpx));
      assertThat(dialog.locator(".import-tallies dd").last()).hasText("1");
      visit.picture("register-import-desk-dark-en");
      dialog.getByLabel("Mark as synthetic").check();
      dialog.getByText("Store 1 route").click();
      assertThat(dialog.locator(".dialog-footer")).containsText("1 route");
      dialog.getByText("See it on the map").click();
      assertThat(routes).hasCount(before + 1);

      visit.button("^Export routes").click();
      Locator export = page.locator(".export-dialog");
      assertThat(export.locator(".export-written"))
          .containsText(Pattern.compile("Features\\s*" + (before + 1) + "\\D"));
      export.locator("input[value=kml]").check();
      assertThat(export.locator("#export-crs")).isDisabled();
      export.locator("input[value=gpkg]").check();
      export.locator("#export-crs").selectOption("EPSG:32648");
      visit.assertAccessible();
      visit.picture("export-desk-dark-en");
      Download file = page.waitForDownload(() -> export.getByText("Download GeoPackage").click());
      assertThat(file.suggestedFilename())
          .matches("borderwatch-routes-\\d{4}-\\d\\d-\\d\\d-synthetic\\.gpkg");
      String told = ogrinfo(file.path());
      assertThat(told).contains("Feature Count: " + (before + 1)).contains("32648");
      assertThat(told).contains("Na Sầm – Tân Thanh");
    }
  }

  /** What GDAL reads in a file. */
  private static String ogrinfo(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ogrinfo", "-al", file.toString()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static JsonNode route(Visit visit, String id) {
    return visit.json("/api/collections/routes/items/" + id);
  }

  /** A click on a place of the map as it is opened. */
  private static void click(Page page, double[] lonLat) {
    BoundingBox map = page.locator(".leaflet-container").boundingBox();
    double x = (lonLat[0] - CENTRE_LON) / 360 * PIXELS_OF_THE_WORLD;
    double y = (mercator(CENTRE_LAT) - mercator(lonLat[1])) / (2 * Math.PI) * PIXELS_OF_THE_WORLD;
    page.mouse().click(map.x + map.width / 2 + x, map.y + map.height / 2 + y);
  }

  private static double mercator(double lat) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
  }
}
