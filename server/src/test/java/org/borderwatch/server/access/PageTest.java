package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page, its files, health and metrics, as the whole app serves them. */
@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class PageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

  private RunningApp app;
  private TestClient client;

  @BeforeAll
  void start(TestDatabase database) {
    app = new RunningApp(database);
    client = new TestClient(app.port());
  }

  @AfterAll
  void stop() {
    app.close();
  }

  @Test
  void thePageAllowsItsImportMapAndHasNothingElseInline() throws NoSuchAlgorithmException {
    HttpResponse<String> page = client.get("/?period=2024-H1&any=thing");
    assertThat(page.statusCode()).isEqualTo(200);
    String policy = header(page, "Content-Security-Policy");
    assertThat(policy).doesNotContain("unsafe").contains("default-src 'none'");
    Matcher scripts = SCRIPT.matcher(page.body());
    int inline = 0;
    while (scripts.find()) {
      if (!scripts.group(1).contains("src=")) {
        byte[] bytes = scripts.group(2).getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        inline++;
      }
    }
    assertThat(inline).isEqualTo(1);
    assertThat(page.body()).doesNotContain("style=\"", "<style", "onclick=", "javascript:");
  }

  @Test
  void everyFileThatThePageNamesIsThere() {
    Matcher names = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"").matcher(client.get("/").body());
    int files = 0;
    while (names.find()) {
      assertThat(client.get(names.group(1)).statusCode()).as(names.group(1)).isEqualTo(200);
      files++;
    }
    assertThat(files).isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "/,                                                text/html; charset=utf-8",
    "/assets/js/main.js,                               text/javascript; charset=utf-8",
    "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js,   text/javascript; charset=utf-8",
    "/webjars/leaflet/1.9.4/dist/images/marker-icon.png, image/png",
    "/webjars/pbf/4.0.1/index.js,                        text/javascript; charset=utf-8"
  })
  void aFileHasItsTypeAndATagAndIsSentOnce(String path, String type) {
    HttpResponse<String> first = client.get(path);
    assertThat(header(first, "Content-Type")).isEqualToIgnoringWhitespace(type);
    assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
    HttpResponse<String> again = client.get(path, "If-None-Match", header(first, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void textIsCompressedForWhoTakesIt() {
    String path = "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js";
    HttpResponse<String> plain = client.get(path);
    HttpResponse<String> gzip = client.get(path, "Accept-Encoding", "gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.body().length()).isLessThan(plain.body().length() / 2);
    assertThat(header(gzip, "Vary")).contains("Accept-Encoding");
    assertThat(header(gzip, "Cache-Control")).contains("immutable");
  }

  @Test
  void everyAnswerHasTheHeadersThatHoldBrowsersBack() {
    for (String path : new String[] {"/", "/health", "/api/session", "/api/nothing"}) {
      HttpResponse<String> answer = client.get(path);
      assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Permissions-Policy")).contains("geolocation=(self)");
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void healthAnswersAnybodyAndMetricsAnAdmin() {
    assertThat(client.get("/health").body()).isEqualTo("{\"status\":\"up\",\"database\":\"up\"}");
    String admin = TestClient.basic("admin", TestClient.PASSWORD);
    client.get("/api/summary/extent", "Authorization", admin);
    HttpResponse<String> metrics = client.get("/metrics", "Authorization", admin);
    assertThat(metrics.body())
        .contains(
            "borderwatch_detections 0.0", "jvm_memory_used_bytes", "jvm_gc", "hikaricp_connections")
        .containsPattern(
            "borderwatch_requests_seconds_count\\{method=\"GET\",route=\"/api/summary/extent\",status=\"200\"} 1");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
  }
}
