package org.borderwatch.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgisTest
class DatabaseTest {
  private final TestDatabase test;
  private final Database database;

  DatabaseTest(TestDatabase test) {
    this.test = test;
    this.database = test.database();
  }

  @Test
  void theServerFindsItsTablesAndPostgis() {
    assertThat(ask("SELECT current_user")).isEqualTo(Roles.SERVER);
    assertThat(ask("SELECT count(*)::text FROM detection")).isEqualTo("0");
    assertThat(ask("SELECT ST_AsText(ST_MakePoint(106.7, 21.9))")).isEqualTo("POINT(106.7 21.9)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE detection ADD COLUMN name text",
        "DROP TABLE detection",
        "TRUNCATE detection",
        "CREATE TABLE borderwatch.mine (a int)",
        "CREATE TABLE public.mine (a int)",
        "UPDATE detection_change SET changed_by = 'nobody'",
        "DELETE FROM detection_change",
        "TRUNCATE detection_change",
        "ALTER TABLE detection DISABLE TRIGGER ALL",
        "DELETE FROM flyway_schema_history",
        "SET ROLE borderwatch_owner",
        "INSERT INTO detection_change (operation, row_no, id, changed_by) VALUES ('insert', 1, gen_random_uuid(), 'x')",
      })
  void theServerCannotChangeTablesOrHistory(String sql) {
    assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(sql)))
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void theServerWritesDetectionsAndTheHistoryFollows() {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting,
                    outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
                  VALUES ('patrol', 'a-1', now(), ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), 'exit',
                    'trail', 'observed', 4, 'CN', 1130, 200, true, 'test')
                  """);
              handle.execute("UPDATE detection SET persons = 5");
              handle.execute("DELETE FROM detection");
            });
    assertThat(ask("SELECT string_agg(operation, ' ' ORDER BY change_no) FROM detection_change"))
        .isEqualTo("insert update delete");
  }

  @Test
  void aDatabaseThatIsAwayIsATransientProblem() {
    DatabaseAddress nowhere =
        new DatabaseAddress("127.0.0.1", 1, "none", "nobody", "none", Map.of());
    try (Database away = new Database(nowhere, null, 2)) {
      assertThatThrownBy(away::connection).isInstanceOf(SQLTransientConnectionException.class);
    }
  }

  @Test
  void oneCredentialStillServesAsALesserRole() throws SQLException {
    DatabaseAddress bare = TestCluster.bareDatabase();
    try (Storage storage = Storage.ofAddress(bare, 2);
        Connection own = storage.database().ownConnection()) {
      assertThat(storage.cluster()).isNull();
      assertThat(ask(storage.database(), "SELECT current_user")).isEqualTo(Roles.SERVER);
      assertThat(own.createStatement().executeQuery("SELECT 1").next()).isTrue();
      assertThatThrownBy(
              () ->
                  storage
                      .database()
                      .jdbi()
                      .useHandle(handle -> handle.execute("DROP TABLE detection")))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void migratingTwiceDoesNothingTheSecondTime() {
    assertThat(Migration.migrate(test.owner())).isZero();
  }

  @Test
  void anOldPostgresqlOrPostgisIsExplained() {
    assertThatThrownBy(() -> DatabaseCheck.checkPostgresql(14))
        .hasMessageContaining("found PostgreSQL 14; required is 15");
    assertThatThrownBy(() -> DatabaseCheck.checkPostgis("3.2.1"))
        .hasMessageContaining("found PostGIS 3.2.1; required is 3.3");
    DatabaseCheck.checkPostgis("3.10.0dev");
  }

  private String ask(String sql) {
    return ask(database, sql);
  }

  private static String ask(Database database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
