package org.borderwatch.server.ingest;

import java.util.List;
import java.util.Map;
import org.borderwatch.data.detection.Refusal;

/**
 * What came of an import; {@code rows = stored + unchanged + refusedRows}.
 *
 * @param rows rows of the file, blank ones apart
 * @param stored new and replaced rows; in a dry run those that would be
 * @param unchanged rows that were stored already, or stood twice in the file
 * @param refusedRows rows with at least one refusal
 * @param refusals the first of the refusals, by line
 * @param dropped parts of good rows that were left out, by reason
 * @param encoding how the text was encoded
 * @param delimiter separator of the columns, or empty
 */
public record ImportReport(
    long rows,
    long stored,
    long unchanged,
    long refusedRows,
    List<Refusal> refusals,
    Map<String, Long> dropped,
    boolean dryRun,
    String encoding,
    String delimiter,
    double seconds) {

  public ImportReport {
    refusals = List.copyOf(refusals);
    dropped = Map.copyOf(dropped);
  }
}
