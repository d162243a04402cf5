package org.borderwatch.server.detection;

import java.util.Optional;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Which detections an account may see exactly and change: for some roles only those that a station
 * of its own unit, or of one below, answers for.
 */
public record DetectionAccess(Principal principal) {

  /** {@code filter} narrowed to what may be seen exactly. */
  public DetectionFilter narrow(DetectionFilter filter) {
    return principal.role().ownUnitOnly() ? filter.withUnits(principal.units()) : filter;
  }

  /** Whether the exact position of {@code detection} may be seen. */
  public boolean mayRead(StoredDetection detection) {
    return principal.role().may(Permission.READ_DETECTIONS)
        && reaches(detection.responsibleStation());
  }

  /** Whether detections that {@code station} answers for may be added or changed. */
  public boolean mayWrite(Optional<String> station) {
    return reaches(station.orElse(null));
  }

  private boolean reaches(@Nullable String station) {
    return !principal.role().ownUnitOnly()
        || (station != null && principal.units().contains(station));
  }
}
