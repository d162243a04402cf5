package org.borderwatch.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgisTest
class DatabaseCheckupTest {
  @Test
  void aFreshDatabaseHasNothingBad() {
    try (TestDatabase fresh = TestCluster.freshDatabase()) {
      assertThat(bad(fresh)).isEmpty();
    }
  }

  @Test
  void everyPlantedFaultIsFound(TestDatabase test) throws SQLException {
    test.asOwner(
        """
        INSERT INTO borderwatch.detection (source, source_ref, observed_at, geom, direction, setting, outcome, persons,
          border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('patrol', 'elsewhere', '2024-01-01', ST_SetSRID(ST_MakePoint(21.9, 60.7), 4326), 'exit', 'trail',
          'observed', 4, 'CN', 1130, 200, true, 'test');
        INSERT INTO borderwatch.detection (source, source_ref, observed_at, geom, direction, setting, outcome, persons,
          border_with, border_km, border_offset_m, synthetic, recorded_by)
        VALUES ('patrol', 'future', now() + interval '1 year', ST_SetSRID(ST_MakePoint(106.7, 21.9), 4326), 'exit',
          'trail', 'observed', 4, 'CN', 1130, 200, true, 'test');
        DELETE FROM borderwatch.detection_change WHERE row_no = 1;
        ALTER TABLE borderwatch.detection DISABLE TRIGGER detection_update;
        GRANT DELETE ON borderwatch.detection_change TO borderwatch_server
        """);
    assertThat(bad(test))
        .anyMatch(what -> what.contains("outside the surroundings"))
        .anyMatch(what -> what.contains("in the future"))
        .anyMatch(what -> what.contains("the history tells of 1"))
        .anyMatch(what -> what.contains("detection_update"))
        .anyMatch(what -> what.contains("may DELETE detection_change"))
        .hasSize(5);
  }

  @Test
  void aDatabaseOfNewerSoftwareIsNamed() throws SQLException {
    try (TestDatabase newer = TestCluster.freshDatabase()) {
      newer.asOwner(
          """
          INSERT INTO borderwatch.flyway_schema_history
          SELECT installed_rank + 1000, '9999', 'tomorrow', type, 'V9999__tomorrow.sql', checksum, installed_by,
            installed_on, execution_time, success
          FROM borderwatch.flyway_schema_history WHERE version = '001'
          """);
      assertThat(bad(newer)).anyMatch(what -> what.contains("1 newer"));
    }
  }

  @Test
  void aBareDatabaseIsNoTable() {
    List<Finding> findings = new DatabaseCheckup(TestCluster.bareDatabase()).look();
    assertThat(findings).anyMatch(finding -> finding.what().contains("found PostGIS nowhere"));
  }

  private static List<String> bad(TestDatabase test) {
    return new DatabaseCheckup(test.owner())
        .look().stream()
            .filter(finding -> finding.level() == Finding.Level.BAD)
            .map(Finding::what)
            .toList();
  }
}
