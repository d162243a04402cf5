package org.borderwatch.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/** One visitor with one page. Closing it fails the test when the page complained in its console. */
final class Visit implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = 30_000;
  private static final List<String> GRAVE = List.of("serious", "critical");

  /** Some pixel of the tiles that are shown has a colour. */
  private static final String HEAT_IS_PAINTED =
      """
      () => [...document.querySelectorAll('.heat-layer:not(.coming) canvas')].some(tile =>
        tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data.some(byte => byte > 0))
      """;

  private final BrowserContext context;
  private final String url;
  private final Page page;
  private final List<String> failures = new ArrayList<>();

  Visit(BrowserContext context, String url) {
    this.context = context;
    this.url = url;
    context.setDefaultTimeout(PATIENCE_MS);
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(
        PATIENCE_MS);
    this.page = context.newPage();
    page.onPageError(failures::add);
  }

  Page page() {
    return page;
  }

  /** Goes to the page with {@code view} as its query. */
  Visit open(String view) {
    page.navigate(url + "/" + (view.isEmpty() ? "" : "?" + view));
    return this;
  }

  /** Signs in without the page, as its own script would. */
  Visit signIn(String account, String password) {
    RequestOptions request =
        RequestOptions.create()
            .setHeader("Origin", url)
            .setData(Map.of("account", account, "password", password));
    APIResponse response = context.request().post(url + "/api/session", request);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return this;
  }

  /** Adds an account, as an administrator; false where it is there already. */
  boolean addAccount(String name, String role, String password) {
    Map<String, String> account =
        Map.of("name", name, "role", role, "unit", "VN-09", "password", password);
    RequestOptions request = RequestOptions.create().setHeader("Origin", url).setData(account);
    APIResponse response = context.request().post(url + "/api/accounts", request);
    assertThat(response.status()).as(response.text()).isIn(201, 409);
    return response.status() == 201;
  }

  /** Waits until the page has laid out the workbench of its view: the map, or the report. */
  Visit awaitBench() {
    assertThat(page.locator(".leaflet-container, .report h1").first()).isVisible();
    assertThat(page.locator("#page")).not().hasAttribute("aria-busy", "true");
    return this;
  }

  /** Waits until the page has drawn its map and the figures beside it. */
  Visit awaitMap() {
    assertThat(page.locator(".leaflet-container")).isVisible();
    assertThat(page.locator("#page")).not().hasAttribute("aria-busy", "true");
    return this;
  }

  /** Waits until the heat of the view is on the map. */
  Visit awaitHeat() {
    detectionsInView();
    page.waitForFunction(HEAT_IS_PAINTED);
    return this;
  }

  /** The number of detections in the panel of totals, once it is there. */
  long detectionsInView() {
    return awaitFigure(number -> true);
  }

  /** Waits until the number of detections in view is as {@code wanted} says. */
  long awaitFigure(LongPredicate wanted) {
    Locator figure = page.locator(".figure b").first();
    page.waitForCondition(() -> figure.count() > 0 && wanted.test(number(figure)));
    return number(figure);
  }

  private static long number(Locator figure) {
    return Long.parseLong(figure.textContent().replaceAll("[^0-9]", ""));
  }

  /** Where one stored detection is, as the part of a link that shows the map there. */
  static String mapAt(JsonNode feature) {
    JsonNode position = feature.path("geometry").path("coordinates");
    return "map=14/%s/%s".formatted(position.get(1).asText(), position.get(0).asText());
  }

  /** The first detection that {@code query} finds, asked for without the page. */
  JsonNode anyDetection(String query) {
    return json("/api/collections/detections/items?limit=1&" + query).path("features").get(0);
  }

  /** One stored detection, asked for without the page. */
  JsonNode detection(String id) {
    return json("/api/collections/detections/items/" + id);
  }

  /** Somebody else stores the detection anew meanwhile, so that its version is another. */
  void replace(JsonNode feature) {
    ObjectNode body = feature.deepCopy();
    ObjectNode properties = (ObjectNode) body.path("properties");
    Set<String> given = Set.of("observed_at", "direction", "setting", "source", "outcome");
    String version = properties.path("version").asText();
    properties.retain(given);
    body.retain("type", "geometry", "properties");
    RequestOptions request =
        RequestOptions.create()
            .setHeader("Origin", url)
            .setHeader("Content-Type", "application/geo+json")
            .setHeader("If-Match", "\"" + version + "\"")
            .setData(body.toString());
    String path = "/api/collections/detections/items/" + feature.path("id").asText();
    APIResponse answer = context.request().put(url + path, request);
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  /** A document of the API, asked for without the page. */
  JsonNode json(String path) {
    APIResponse answer = context.request().get(url + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile(name)))
        .first();
  }

  /** Nothing on the screen that shuts somebody out, by the rules of WCAG 2.2 AA. */
  void assertAccessible() {
    List<String> grave =
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .flatMap(
                    rule ->
                        rule.getNodes().stream()
                            .map(node -> rule.getId() + " at " + node.getTarget()))
                .toList();
    assertThat(grave).isEmpty();
  }

  /** Keeps a picture of what is on the screen, to be looked at. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
    assertThat(failures).as("errors of the page's own script").isEmpty();
  }
}
