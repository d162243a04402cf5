package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class PlannerPageTest {
  private static final String FIRST_HALF = "period=2024-01-01/2024-06-30";

  /** The colours of the tiles that are shown, in order. */
  private static final String HEAT_COLOURS =
      """
      () => {
        const seen = new Set();
        for (const tile of document.querySelectorAll('.heat-layer:not(.coming) canvas')) {
          const { data } = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height);
          for (let i = 0; i < data.length; i += 4)
            if (data[i + 3] > 0)
              seen.add([...data.slice(i, i + 3)].map(b => b.toString(16).padStart(2, '0')).join(''));
        }
        return [...seen].sort();
      }
      """;

  @ParameterizedTest
  @CsvSource({"DESK,light,vi", "DESK,dark,en", "PHONE,light,vi", "PHONE,dark,en"})
  void theMapShowsWhereAndWhen(Screen screen, String theme, String language, RunningPage running) {
    String view = FIRST_HALF + "&theme=" + theme + "&lang=" + language;
    try (Visit visit = running.signedIn(screen, view)) {
      Page page = visit.page();
      visit.awaitHeat();
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat(page.locator(".top .synthetic")).isVisible();
      assertThat(page.locator(".joint svg.chart")).hasCount(1);
      visit.assertAccessible();
      visit.picture("planner-" + screen.label() + "-" + theme + "-" + language);
    }
  }

  @Test
  void aFilterChangesTheFiguresAndTheAddress(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      long all = visit.detectionsInView();
      visit.page().locator("details.filter", withText("Hướng")).click();
      visit.button("^Nhập cảnh$").click();
      assertThat(visit.page()).hasURL(Pattern.compile("direction=entry"));
      visit.awaitFigure(number -> number > 0 && number < all);
    }
  }

  @Test
  void draggingOverTheWeeksChoosesThePeriod(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      long all = visit.detectionsInView();
      // While answers come in the picture is drawn again, perhaps under the hand.
      visit.page().waitForCondition(() -> dragged(visit.page(), 0.10, 0.20));
      assertThat(visit.page()).hasURL(Pattern.compile("period=2022-0[34].*/2022-0[67]"));
      visit.awaitFigure(number -> number > 0 && number != all);
    }
  }

  @Test
  void theBrushAndTheMapObeyTheKeyboard(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      Page page = visit.page();
      visit.detectionsInView();
      Locator first = page.getByLabel("Ngày đầu kỳ");
      first.focus();
      first.press("ArrowRight");
      assertThat(page).hasURL(Pattern.compile("period=2024-01-08/2024-06-30"));
      page.locator(".leaflet-container").focus();
      page.keyboard().press("+");
      assertThat(page).hasURL(Pattern.compile("map="));
      page.keyboard().press("?");
      assertThat(page.locator("dialog[open]")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog[open]")).hasCount(0);
    }
  }

  @Test
  void theLanguageSwitchChangesWordsAndFigures(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      visit.detectionsInView();
      visit.button("English").click();
      assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
      assertThat(visit.page().locator("#conditions h1")).hasText("Hotspots");
      visit.awaitMap();
      assertThat(visit.page().locator(".figure b").first()).containsText(",");
    }
  }

  @Test
  void aSharedLinkShowsTheSameView(RunningPage running) {
    String view = FIRST_HALF + "&direction=exit&persons=5/..&map=11/21.9000/106.7000";
    try (Visit one = running.signedIn(Screen.DESK, view);
        Visit other = running.signedIn(Screen.DESK, "")) {
      long seen = one.detectionsInView();
      String link = one.page().url();
      other.page().navigate(link);
      other.awaitMap();
      assertThat(other.detectionsInView()).isEqualTo(seen);
    }
  }

  @Test
  void singleDetectionsOpenTheirStory(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      Page page = visit.page();
      JsonNode detection = visit.anyDetection("datetime=2024-01-01/2024-06-30");
      visit.open(FIRST_HALF + "&" + Visit.mapAt(detection)).awaitMap();
      visit.detectionsInView();
      page.locator(".leaflet-container").focus();
      page.waitForCondition(() -> pressed(page, "n"));
      assertThat(page.locator(".story")).containsText("Km ");
      visit.picture("story-desk");
      visit.assertAccessible();
    }
  }

  @Test
  void paperHasTheColoursOfLightWhateverTheScreenHas(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF + "&theme=dark")) {
      Page page = visit.awaitHeat().page();
      Object dark = page.evaluate(HEAT_COLOURS);
      page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
      assertThat(page.evaluate(HEAT_COLOURS))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .contains("f8e899", "a3822a");
      page.evaluate("() => window.dispatchEvent(new Event('afterprint'))");
      assertThat(page.evaluate(HEAT_COLOURS)).isEqualTo(dark);
    }
  }

  @Test
  void aChosenStretchKeepsTheTableInOrderAndAChangedWeightAsksForATileOnce(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, FIRST_HALF)) {
      Page page = visit.awaitHeat().page();
      page.locator(".rank .row-button").first().click();
      assertThat(page.locator(".rank tr.chosen")).hasCSS("display", "table-row");
      List<String> asked = new CopyOnWriteArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      page.getByText("Số vụ").first().click();
      page.waitForCondition(() -> asked.stream().anyMatch(each -> each.contains(".png")));
      assertThat(page.locator(".legend h2")).hasText(Pattern.compile("vụ phát hiện"));
      visit.awaitHeat();
      assertThat(asked.stream().filter(each -> each.contains(".png")).distinct().toList())
          .allMatch(each -> each.contains("weight=detections"))
          .extracting(each -> each.replaceAll(".*[?&]scale=([0-9.]+).*", "$1"))
          .satisfies(scales -> assertThat(Set.copyOf(scales)).hasSize(1));
    }
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Presses the key; true once a story has opened: the detections may still be on their way. */
  private static boolean pressed(Page page, String key) {
    page.keyboard().press(key);
    return page.locator(".story").isVisible();
  }

  /** Drags over the weeks; true once the period has changed by it. */
  private static boolean dragged(Page page, double from, double to) {
    BoundingBox box = page.locator(".joint .brush > .catcher").boundingBox();
    if (box == null) {
      return false;
    }
    double y = box.y + box.height / 2;
    page.mouse().move(box.x + box.width * from, y);
    page.mouse().down();
    page.mouse().move(box.x + box.width * (from + to) / 2, y);
    page.mouse().move(box.x + box.width * to, y);
    page.mouse().up();
    return page.url().contains("period=2022");
  }
}
