package org.borderwatch.server.ingest;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.detection.DetectionParser;
import org.borderwatch.data.detection.DetectionReader;
import org.borderwatch.data.detection.DetectionRow;
import org.borderwatch.data.detection.ParsedDetection;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;

/** Some rows in a row: checked, located and encoded on one thread. */
final class RowBatch {
  private final List<DetectionRow> rows;

  RowBatch(List<DetectionRow> rows) {
    this.rows = rows;
  }

  /** What is ready to be copied, and what is refused. */
  record Checked(byte[] copy, int rows, List<RejectedRow> rejected) {}

  /** What rows are checked with; safe for several threads. */
  record Checks(
      DetectionParser parser,
      StationStretches stretches,
      ImportRequest request,
      DetectionReader reader) {}

  Checked check(Checks checks) {
    IncomingRows incoming = new IncomingRows();
    List<RejectedRow> rejected = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (DetectionRow row : rows) {
      ParsedDetection parsed = checks.parser().parse(row, refusals::add);
      if (parsed != null) {
        String station = parsed.detection().station();
        String responsible =
            station != null ? station : checks.stretches().responsible(parsed.position());
        if (checks.request().mayWriteFor(responsible)) {
          incoming.add(parsed, responsible);
        } else {
          refusals.add(notYours(row, responsible == null ? "—" : responsible));
        }
      }
      if (!refusals.isEmpty()) {
        rejected.add(new RejectedRow(List.copyOf(refusals), checks.reader().cells(row)));
        refusals.clear();
      }
    }
    return new Checked(incoming.take(), rows.size(), rejected);
  }

  private static Refusal notYours(DetectionRow row, String unit) {
    return new Refusal(row.line(), "station", unit, RefusalReason.NOT_YOUR_STATION, List.of(unit));
  }
}
