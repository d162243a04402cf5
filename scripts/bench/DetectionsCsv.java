import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.DetectionCsvWriter;
import org.borderwatch.data.scenario.Scenario;

/**
 * Writes as many simulated detections as are asked for, as CSV on standard output. Without
 * stations: a fresh database has none. Run with the jar of the server on the class path.
 */
final class DetectionsCsv {
  /** A scenario of scale 1 has about this many detections. */
  private static final int AT_SCALE_ONE = 18_000;

  public static void main(String[] words) throws IOException {
    int rows = Integer.parseInt(words[0]);
    double scale = Math.max(1, 1.1 * rows / AT_SCALE_ONE);
    Iterator<Detection> detections = new Scenario(Scenario.DEMO_SEED, scale).detections();
    try (DetectionCsvWriter csv =
        new DetectionCsvWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
      for (int i = 0; i < rows; i++) {
        csv.write(withoutStation(detections.next()));
      }
    }
  }

  private static Detection withoutStation(Detection d) {
    return new Detection(
        d.sourceRef(),
        d.observedAt(),
        d.lon(),
        d.lat(),
        d.accuracyM(),
        d.direction(),
        d.setting(),
        d.source(),
        d.outcome(),
        d.persons(),
        d.women(),
        d.children(),
        d.indicators(),
        null,
        d.origin());
  }
}
