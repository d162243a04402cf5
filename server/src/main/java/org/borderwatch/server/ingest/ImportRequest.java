package org.borderwatch.server.ingest;

import java.nio.file.Path;
import java.util.Set;
import org.borderwatch.data.detection.DetectionFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported and how.
 *
 * @param charset encoding that came with the file, or null
 * @param rejects where the refused rows go; written only when there are some
 * @param replace whether a row that is stored with other content replaces it
 * @param dryRun whether everything is done except storing
 * @param synthetic whether the rows were made by a simulation
 * @param account who imports
 * @param units the units that the account may write for, or null for all
 */
public record ImportRequest(
    Path file,
    DetectionFormat format,
    @Nullable String charset,
    Path rejects,
    boolean replace,
    boolean dryRun,
    boolean synthetic,
    String account,
    @Nullable Set<String> units) {

  public ImportRequest {
    units = units == null ? null : Set.copyOf(units);
  }

  /** Whether rows that {@code unit} answers for may be written. */
  boolean mayWriteFor(@Nullable String unit) {
    return units == null || (unit != null && units.contains(unit));
  }
}
