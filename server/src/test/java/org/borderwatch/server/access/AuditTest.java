package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.borderwatch.server.access.TestClient.PASSWORD;
import static org.borderwatch.server.access.TestClient.basic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgisTest
@TestInstance(Lifecycle.PER_CLASS)
class AuditTest {
  private AccessServer running;
  private TestClient server;
  private Database database;

  @BeforeAll
  void start(Database database) {
    this.database = database;
    AccessServer.fill(database);
    running = new AccessServer(database, null, Clock.systemUTC());
    server = running.client();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void readingExactPositionsIsWrittenDownWithFilterAndRows() {
    long before = last();
    read("analyst", "/test/read-detections?bbox=106,21,107,22&direction=exit");
    Map<String, Object> row = only(before);
    assertThat(row)
        .containsEntry("account", "analyst")
        .containsEntry("role", "analyst")
        .containsEntry("credential", "basic")
        .containsEntry("method", "GET")
        .containsEntry("route", "/test/read-detections")
        .containsEntry("path", "/test/read-detections")
        .containsEntry("status", 200)
        .containsEntry("row_count", 7L);
    assertThat(row.get("filter").toString())
        .contains("\"bbox\": \"106,21,107,22\"", "\"direction\": \"exit\"");
  }

  @Test
  void aRecorderReadsTheOwnUnitUnaudited() {
    long before = last();
    read("recorder", "/test/read-detections");
    assertThat(rowsAfter(before)).isEmpty();
  }

  @Test
  void readingHeatIsNotWrittenDown() {
    long before = last();
    read("analyst", "/test/read-heat");
    assertThat(rowsAfter(before)).isEmpty();
  }

  @Test
  void whatIsRefusedIsWrittenDownToo() {
    long before = last();
    server.send(
        "POST", "/test/change-detection", "{}", "Authorization", basic("planner", PASSWORD));
    assertThat(only(before)).containsEntry("status", 403).containsEntry("account", "planner");
  }

  @Test
  void unknownParametersAndBodiesAreNeverWritten() {
    long before = last();
    server.send(
        "POST",
        "/test/add-detection?pasword=geheim",
        "{\"secret\":\"geheim\"}",
        "Authorization",
        basic("recorder", PASSWORD));
    assertThat(only(before).toString()).contains("status=400").doesNotContain("geheim");
  }

  @Test
  void signInsAndFailedOnesAreWrittenDownWithoutTheirSecrets() {
    long before = last();
    server.signIn("commander", PASSWORD);
    server.signIn("commander", "a wrong password");
    server.signIn("a wrong password", PASSWORD);
    read("commander-not", "/test/read-heat");
    List<Map<String, Object>> rows = rowsAfter(before);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).containsEntry("account", "commander").containsEntry("status", 200);
    assertThat(rows.get(1)).containsEntry("account", "commander").containsEntry("status", 401);
    assertThat(rows.get(2)).containsEntry("account", null).containsEntry("status", 401);
    assertThat(rows.get(3)).containsEntry("credential", "basic").containsEntry("status", 401);
    assertThat(rows.toString()).doesNotContain("wrong password", PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_event SET account = 'nobody'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
        "DROP TABLE audit_event"
      })
  void theServerCanNeitherChangeNorRemoveWhatIsWritten(String sql) {
    assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(sql)))
        .hasMessageContaining("audit_event");
  }

  private void read(String account, String path) {
    server.get(path, "Authorization", basic(account, PASSWORD));
  }

  private long last() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT coalesce(max(event_no), 0) FROM audit_event")
                    .mapTo(Long.class)
                    .one());
  }

  private Map<String, Object> only(long before) {
    List<Map<String, Object>> rows = rowsAfter(before);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Map<String, Object>> rowsAfter(long before) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT account, role, credential, method, path, route, filter::text,"
                            + " status::int, row_count FROM audit_event WHERE event_no > :before"
                            + " ORDER BY event_no")
                    .bind("before", before)
                    .mapToMap()
                    .list());
  }
}
