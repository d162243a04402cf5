package org.borderwatch.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "512, 1, 128MB, 64MB",
    "4096, 2, 512MB, 170MB",
    "24576, 2, 3072MB, 1024MB",
    "262144, 32, 4096MB, 1024MB"
  })
  void memoryFollowsTheMachineWithinBounds(
      long megabytes, int cores, String shared, String maintenance) {
    ClusterSettings settings = ClusterSettings.forMachine(megabytes, cores);
    assertThat(settings.values())
        .containsEntry("shared_buffers", shared)
        .containsEntry("maintenance_work_mem", maintenance);
  }

  @Test
  void nothingCommittedIsEverLostAndNoRowReachesTheLog() {
    assertThat(ClusterSettings.forMachine().values())
        .containsEntry("fsync", "on")
        .containsEntry("synchronous_commit", "on")
        .containsEntry("log_min_error_statement", "panic")
        .containsEntry("log_error_verbosity", "terse");
  }

  @Test
  void aQuoteInAValueStaysInTheValue() {
    assertThat(new ClusterSettings(Map.of("a", "it's")).text()).contains("a = 'it''s'");
  }
}
