package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;

import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result over the network counts as current until the network is another. */
class CurrentResultTest {
  private static final RoadNetwork NOTHING = new RoadNetwork.Builder("v2", true).build();

  private RoadNetwork network = TestNetwork.roadAndTrail();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alternative-routes | {\"from\": [105, 21], \"to\": [105.02, 21]}",
        "key-segments       | {}",
      })
  void itIsKnownAgainUntilTheNetworkChanges(String process, String inputs) throws Exception {
    AnalysisProcesses processes =
        ProcessCatalogue.of(TestStudy.empty().sources(), synthetic -> network);
    AnalysisProcess asked = processes.require(process);
    ProcessInputs read = new ProcessInputs(Json.tree(inputs), asked.description().inputNames());
    String version = asked.prepare(read).run(Crew.of(1, Progress.UNWATCHED)).dataVersion();
    assertThat(processes.dataVersions().orElseThrow()).contains(version);
    network = NOTHING;
    assertThat(processes.dataVersions().orElseThrow()).doesNotContain(version);
  }
}
