package org.borderwatch.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.PostgresTools;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path folder;
  private DatabaseAddress owner;
  private DatabaseAddress administrator;
  private Path file;
  private TestDatabase server;

  @BeforeEach
  void fill() throws SQLException {
    server = TestCluster.freshDatabase();
    owner = server.owner();
    administrator = server.administrator();
    file = folder.resolve("safe.backup");
    server
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("INSERT INTO setting VALUES ('place', 'Đồng Đăng')");
              handle.execute(
                  """
                  INSERT INTO detection (source, source_ref, observed_at, geom, accuracy_m, direction, setting, outcome,
                    persons, indicators, border_with, border_km, border_offset_m, synthetic, recorded_by)
                  SELECT 'patrol', 'r-' || n, timestamptz '2024-01-01 00:00+07' + n * interval '1 hour',
                    ST_SetSRID(ST_MakePoint(106.5 + n * 1e-7, 22), 4326), n / 3.0, 'exit', 'trail', 'observed', n,
                    '{debt}', 'CN', 1100 + n / 7.0, -n / 3.0, false, 'an'
                  FROM generate_series(1, 500) AS n
                  """);
              handle.execute("UPDATE detection SET persons = 7 WHERE source_ref = 'r-1'");
              handle.execute(
                  """
                  WITH made AS (
                    INSERT INTO plan (name, basis, first_day, days, teams, synthetic, made_by)
                    VALUES ('Tuần 27', '{"areas": {}}', '2024-07-01', 7, 3, false, 'an') RETURNING id)
                  INSERT INTO plan_version (plan, version, kind, roster, expected, made_by)
                  SELECT id, 1, 'created', '[]', 2.5, 'an' FROM made
                  """);
              handle.execute(
                  """
                  INSERT INTO plan_version (plan, version, kind, roster, expected, made_by)
                  SELECT id, 2, 'approved', '[]', 2.5, 'an' FROM plan
                  """);
            });
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatWasBackedUpAndWipedComesBackTheSame() throws Exception {
    Map<String, TableContents> before = contents();
    Manifest manifest = backup();
    assertThat(manifest.tables())
        .isEqualTo(before)
        .containsKeys("detection", "detection_change", "plan", "plan_version");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    wipe();
    assertThat(contents()).isNotEqualTo(before);

    restore(false);

    assertThat(contents()).isEqualTo(before);
    // The rest of the world of a database comes back too: numbering, triggers, and what the server
    // may not do.
    try (var database = TestCluster.serverOf(owner.database())) {
      database.jdbi().useHandle(handle -> handle.execute("UPDATE detection SET persons = 8"));
      assertThat(
              ask("SELECT count(*) FROM borderwatch.detection_change WHERE operation = 'update'"))
          .isEqualTo("501");
      assertThatThrownBy(
              () ->
                  database
                      .jdbi()
                      .useHandle(handle -> handle.execute("DELETE FROM detection_change")))
          .hasMessageContaining("permission denied");
    }
    assertThat(
            ask("SELECT count(*) FROM pg_database WHERE datname LIKE current_database() || '\\_%'"))
        .isEqualTo("0");
  }

  @Test
  void sessionsOfThatTimeDoNotComeBack() throws Exception {
    try (Connection connection = owner.connect()) {
      connection
          .createStatement()
          .execute(
              """
              INSERT INTO borderwatch.unit (code, name_vi, name_en, kind) VALUES ('VN', 'Bộ', 'Command', 'command');
              INSERT INTO borderwatch.account (name, role, unit, created_by) VALUES ('an', 'planner', 'VN', 'an');
              INSERT INTO borderwatch.session (secret_hash, account) VALUES (sha256('secret'), 'an');
              """);
    }
    backup();
    server.close();
    restore(true);
    assertThat(ask("SELECT count(*) FROM borderwatch.account")).isEqualTo("1");
    assertThat(ask("SELECT count(*) FROM borderwatch.session")).isEqualTo("0");
  }

  @Test
  void changesOfAClusterThatCountedFurtherAreNotOfTheFuture() throws Exception {
    server.asOwner("UPDATE borderwatch.detection_change SET xid = '4000000000' WHERE row_no = 5");
    backup();
    server.close();
    restore(true);
    assertThat(
            ask(
                "SELECT count(*) FROM borderwatch.detection_change"
                    + " WHERE NOT pg_visible_in_snapshot(xid, pg_current_snapshot())"))
        .isEqualTo("0");
    assertThat(ask("SELECT count(*) FROM borderwatch.detection_change")).isEqualTo("501");
  }

  @Test
  void itIsMadeWhileTheServerWorks() throws Exception {
    try (Connection busy = server.database().connection()) {
      busy.setAutoCommit(false);
      busy.createStatement().execute("UPDATE detection SET persons = 9");
      assertThat(backup().tables().get("detection").rows()).isEqualTo(500);
    }
  }

  @Test
  void detectionsAreReplacedOnlyWhenAskedFor() throws Exception {
    backup();
    server.close();
    assertThatThrownBy(() -> restore(false))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("500 detections")
        .hasMessageContaining("--replace");
    restore(true);
    assertThat(ask("SELECT count(*) FROM borderwatch.detection")).isEqualTo("500");
  }

  @Test
  void aDatabaseThatIsWorkedOnIsLeftAlone() throws Exception {
    backup();
    try (Connection busy = server.database().connection()) {
      assertThat(busy.isValid(1)).isTrue();
      assertThatThrownBy(() -> restore(true)).hasMessageContaining("stop it first");
    }
  }

  @Test
  void aDamagedFileChangesNothing() throws Exception {
    backup();
    server.close();
    Map<String, TableContents> before = contents();
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> restore(true)).hasMessageContaining("cut off");

    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 64, (byte) 0);
    Files.write(file, damaged);
    assertThatThrownBy(() -> restore(true))
        .isInstanceOfAny(IOException.class, BackupException.class);

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void anotherFileIsNeverOverwritten() throws IOException {
    Files.writeString(file, "something dear");
    assertThatThrownBy(this::backup).hasMessageContaining("exists");
    assertThat(file).hasContent("something dear");
  }

  private Manifest backup() throws IOException, SQLException {
    return new Backup(PostgresTools.newest(), owner, "test").write(file);
  }

  private void restore(boolean replace) throws IOException, SQLException {
    new Restore(PostgresTools.newest(), owner, administrator).from(file, replace);
  }

  private void wipe() throws SQLException {
    server.close();
    try (Connection connection = owner.connect()) {
      connection.createStatement().execute("DELETE FROM borderwatch.detection");
      connection.createStatement().execute("DELETE FROM borderwatch.setting");
      connection.createStatement().execute("DELETE FROM borderwatch.detection_change");
    }
  }

  private Map<String, TableContents> contents() throws SQLException {
    try (Connection connection = owner.connect()) {
      return TableContents.ofAll(connection);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
