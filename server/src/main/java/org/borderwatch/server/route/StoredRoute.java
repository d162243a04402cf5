package org.borderwatch.server.route;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.TraffickingRoute;
import org.jspecify.annotations.Nullable;

/**
 * A route as it stands on the register.
 *
 * @param lengthKm along the ground
 * @param meets where it meets the border; empty when it stays inland
 * @param unit of the account that recorded it; null when that had none
 * @param version 1, and one more with each change
 */
public record StoredRoute(
    UUID id,
    TraffickingRoute route,
    double lengthKm,
    Optional<Meeting> meets,
    @Nullable String unit,
    Instant recordedAt,
    String recordedBy,
    int version) {

  /**
   * A kilometre of the border.
   *
   * @param with whose line
   * @param km chainage along it
   */
  public record Meeting(Neighbour with, double km) {}
}
