package org.borderwatch.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.borderwatch.server.access.RunningApp;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.Route;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The API document of the whole app. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final RunningApp app;
  private final JsonNode document;

  OpenApiTest(TestDatabase database) {
    this.app = new RunningApp(database);
    this.document = OpenApiDocument.of(app.routes().routes(), "https://map.example.org", "1.2.3");
  }

  @AfterAll
  void stop() {
    app.close();
  }

  private JsonNode operation(Route route) {
    return document
        .get("paths")
        .path(route.path())
        .path(route.method().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void everyRouteIsDescribedWithItsAnswersAndProblems() {
    for (Route route : app.routes().routes()) {
      JsonNode operation = operation(route);
      if (!OpenApiDocument.isDescribed(route)) {
        assertThat(operation.isMissingNode()).isTrue();
        continue;
      }
      assertThat(operation.path("summary").asText()).as(route.path()).isNotBlank();
      assertThat(operation.path("responses").size()).as(route.path()).isGreaterThan(1);
      assertThat(operation.at("/responses/default/$ref").asText())
          .isEqualTo("#/components/responses/Problem");
      boolean open = operation.has("security") && operation.get("security").isEmpty();
      assertThat(open).as(route.path()).isEqualTo(route.permission() == Permission.NOBODY);
    }
  }

  @Test
  void everyVariableAndQueryParameterIsDeclaredOnce() {
    for (Route route : app.routes().routes()) {
      if (OpenApiDocument.isDescribed(route)) {
        Set<String> expected = new TreeSet<>(route.parameters().names());
        VARIABLE.matcher(route.path()).results().forEach(found -> expected.add(found.group(1)));
        Set<String> declared = new TreeSet<>();
        for (JsonNode parameter : operation(route).path("parameters")) {
          JsonNode it = resolved(parameter);
          assertThat(it.has("schema")).isTrue();
          if (!it.get("in").asText().equals("header")) {
            assertThat(declared.add(it.get("name").asText())).as(route.path()).isTrue();
          }
        }
        assertThat(declared).as(route.path()).isEqualTo(expected);
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    assertThat(document.findValuesAsText("$ref")).hasSizeGreaterThan(100);
  }

  @Test
  void operationIdsAreUnique() {
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        assertThat(ids.add(operation.get("operationId").asText())).isTrue();
      }
    }
    assertThat(document.get("openapi").asText()).startsWith("3.0.");
    assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
  }
}
