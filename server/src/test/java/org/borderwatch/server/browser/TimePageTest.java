package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes over time: trends, clusters, one period beside another, and where nobody looked. */
@BrowserTest
class TimePageTest {
  private static final String PERIOD = "period=2024-01-01/2024-06-30";
  private static final String TRENDS = PERIOD + "&view=trends&step=P3M&effort=false";
  private static final String CLUSTERS = PERIOD + "&view=clusters&cell=5000&radius=15000";
  private static final String GI = PERIOD + "&view=gi&effort=false";
  private static final String BESIDE = PERIOD + "&compare=year-before";
  private static final Pattern EFFORT = Pattern.compile("/api/summary/effort");

  @ParameterizedTest
  @CsvSource({"DESK,light,vi", "DESK,dark,en", "PHONE,light,en", "PHONE,dark,vi"})
  void trendsAreShownByTheirPatterns(
      Screen screen, String theme, String language, RunningPage running) {
    String look = "&theme=" + theme + "&lang=" + language;
    try (Visit visit = running.signedIn(screen, TRENDS + look)) {
      Locator legend = shown(visit);
      if (screen == Screen.PHONE) {
        legend.locator(".legend-more").click();
      }
      assertThat(legend.locator(".cell-symbol").first()).isVisible();
      assertThat(legend).containsText(language.equals("vi") ? "10 quý" : "10 quarters");
      assertThat(legend).containsText("n = ");
      visit.assertAccessible();
      visit.picture("trends-" + screen.label() + "-" + theme + "-" + language);
    }
  }

  @Test
  void aCellTellsHowItHasChanged(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, TRENDS)) {
      Page page = visit.page();
      shown(visit);
      page.locator(".leaflet-container").focus();
      page.keyboard().press("n");
      Locator story = page.locator(".story");
      assertThat(story).containsText("Km ");
      assertThat(story).containsText("Mann–Kendall z = ");
      assertThat(story).containsText("mỗi quý");
      assertThat(story.locator("svg.chart.bins .bin.hot")).hasCount(1);
      assertThat(story.locator("svg.chart.bins"))
          .hasAttribute("aria-label", Pattern.compile("quý nóng.* trong 10"));
      visit.assertAccessible();
      visit.picture("trends-story-desk");
    }
  }

  @Test
  void clustersAreListedWithWhatIsSureAndMarkedInTimeAndPlace(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, CLUSTERS)) {
      Page page = visit.page();
      Locator legend = shown(visit);
      assertThat(legend).containsText("999 lần mô phỏng");
      Locator rows = page.locator(".clusters .row-button");
      assertThat(rows.first()).containsText("Km ");
      visit.assertAccessible();
      visit.picture("clusters-desk");
      rows.first().click();
      assertThat(page.locator(".story")).containsText("lần mô phỏng ngẫu nhiên");
      assertThat(page.locator(".story")).containsText("Cụm 1 trong ");
      assertThat(page.locator(".joint path.triangle")).not().hasCount(0);
      assertThat(page).hasURL(Pattern.compile("chosen="));
      visit.assertAccessible();
      visit.picture("clusters-story-desk");
    }
  }

  @Test
  void clustersFitAPhone(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, CLUSTERS + "&theme=dark&lang=en")) {
      shown(visit);
      visit.assertAccessible();
      visit.picture("clusters-phone-dark-en");
    }
  }

  @Test
  void aYearEarlierStandsBesideThePeriodAndTheBarObeysKeys(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, PERIOD)) {
      Page page = visit.awaitHeat().page();
      page.getByRole(AriaRole.SWITCH, named("^So với cùng kỳ năm trước$")).check();
      Locator bar = page.getByRole(AriaRole.SLIDER, named("^Vạch so sánh"));
      assertThat(bar).isFocused();
      assertThat(page).hasURL(Pattern.compile("compare=year-before"));
      assertThat(bar)
          .hasAttribute("aria-valuetext", Pattern.compile("50.%: 6 tháng đầu năm 2023.*2024"));
      page.keyboard().press("ArrowRight");
      assertThat(bar).hasAttribute("aria-valuenow", "52");
      page.keyboard().press("End");
      assertThat(bar).hasAttribute("aria-valuenow", "100");
      page.keyboard().press("Home");
      assertThat(bar).hasAttribute("aria-valuenow", "0");
      page.keyboard().press("Shift+ArrowRight");
      assertThat(bar).hasAttribute("aria-valuenow", "10");
      assertThat(page.locator(".legend:visible")).containsText("01/01/2023 – 30/06/2023");
      assertThat(page.locator(".legend:visible")).containsText("01/01/2024 – 30/06/2024");
      visit.assertAccessible();
      visit.picture("beside-desk");
      page.keyboard().press("Escape");
      assertThat(bar).hasCount(0);
      assertThat(page).not().hasURL(Pattern.compile("compare="));
      visit.awaitHeat();
    }
  }

  @Test
  void theBarFollowsThePointerAndOnlyItsOwnSideIsSeen(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, BESIDE + "&theme=dark&lang=en")) {
      Page page = visit.page();
      Locator bar = page.locator(".swipe");
      BoundingBox box = bar.boundingBox();
      page.mouse().move(box.x + box.width / 2, box.y + box.height - 118);
      page.mouse().down();
      page.mouse().move(box.x - 150, box.y + 50);
      page.mouse().up();
      int share = Integer.parseInt(bar.getAttribute("aria-valuenow"));
      assertThat(share).isBetween(20, 40);
      assertThat(clipOf(page, "side-left")).isNotEqualTo(clipOf(page, "side-right"));
      visit.picture("beside-desk-dark-en");
      visit.assertAccessible();
    }
  }

  @Test
  void theBarFollowsAFinger(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.PHONE, BESIDE)) {
      Page page = visit.page();
      Locator bar = page.locator(".swipe");
      BoundingBox box = bar.boundingBox();
      double x = box.x + box.width / 2;
      CDPSession session = page.context().newCDPSession(page);
      for (double by : new double[] {0, 30, 60, 90}) {
        touch(session, by == 0 ? "touchStart" : "touchMove", x - by, box.y + 130);
      }
      touch(session, "touchEnd", 0, 0);
      assertThat(bar).hasAttribute("aria-valuenow", Pattern.compile("2[0-9]"));
      visit.assertAccessible();
      visit.picture("beside-phone");
    }
  }

  @Test
  void twoResultsShareALegendAndSayWhatHasChanged(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, GI)) {
      Page page = visit.page();
      shown(visit);
      String before = page.url();
      page.getByRole(AriaRole.SWITCH, named("^So với cùng kỳ năm trước$")).check();
      Locator legend = page.locator(".legend.beside");
      assertThat(legend).containsText("Trái: 6 tháng đầu năm 2023");
      assertThat(legend).containsText("Phải: 6 tháng đầu năm 2024");
      assertThat(page.locator(".comparison")).containsText("ô có ở cả hai bên");
      assertThat(page).hasURL(Pattern.compile("compare=[0-9a-f-]{36},[0-9a-f-]{36}"));
      visit.assertAccessible();
      visit.picture("compare-desk");
      page.locator(".compare-end").click();
      assertThat(page.locator(".legend.result")).isVisible();
      assertThat(page).hasURL(before);
    }
  }

  @Test
  void whereNobodyPatrolledIsHatchedAndSaid(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "")) {
      Page page = visit.page();
      page.route(EFFORT, route -> fulfil(route, TimePageTest::withoutPatrols));
      page.navigate(page.url() + "?" + PERIOD);
      assertThat(page.locator(".hatch-sign")).isVisible();
      assertThat(page.locator(".joint path.hatched")).not().hasCount(0);
      assertThat(page.locator(".unseen")).containsText("10 km biên giới có dưới 14 giờ tuần tra");
      visit.assertAccessible();
      visit.picture("hatch-desk");
    }
  }

  @Test
  void withoutEffortNothingIsHatchedAndNothingSaid(RunningPage running) {
    try (Visit visit = running.signedIn(Screen.DESK, "")) {
      Page page = visit.page();
      page.route(EFFORT, route -> route.fulfill(new FulfillOptions().setStatus(404)));
      page.navigate(page.url() + "?" + PERIOD);
      visit.awaitHeat();
      assertThat(page.locator(".joint svg.chart")).hasCount(1);
      assertThat(page.locator(".hatch-sign")).isHidden();
      assertThat(page.locator(".joint path.hatched")).hasCount(0);
      assertThat(page.locator(".unseen")).hasCount(0);
      assertThat(page.locator(".notices > *")).hasCount(0);
    }
  }

  /** The legend of a result, which is run when there is none yet. */
  private static Locator shown(Visit visit) {
    Page page = visit.page();
    Locator legend = page.locator(".legend.result");
    Locator run = page.locator(".map-note .text-button");
    page.waitForCondition(() -> legend.isVisible() || (run.isVisible() && run.isEnabled()));
    if (!legend.isVisible()) {
      run.click();
    }
    assertThat(legend).isVisible();
    return legend;
  }

  private static Page.GetByRoleOptions named(String pattern) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static Object clipOf(Page page, String pane) {
    return page.locator(".leaflet-" + pane + "-pane").evaluate("pane => pane.style.clipPath");
  }

  private static void touch(CDPSession session, String type, double x, double y) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    com.google.gson.JsonArray points = new com.google.gson.JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  private static void fulfil(Route route, java.util.function.Consumer<JsonNode> change) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      JsonNode document = mapper.readTree(route.fetch().text());
      change.accept(document);
      route.fulfill(
          new FulfillOptions().setContentType("application/json").setBody(document.toString()));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Kilometres 1100 to 1110 as if nobody had ever been there. */
  private static void withoutPatrols(JsonNode document) {
    for (int i = 0; i < document.path("sections").size(); i++) {
      double from = document.path("sections").get(i).path("fromKm").asDouble();
      ArrayNode hours = (ArrayNode) document.path("patrol_hours").get(i);
      for (int j = 0; j < hours.size() && from >= 1100 && from < 1110; j++) {
        hours.set(j, 0);
      }
    }
  }
}
