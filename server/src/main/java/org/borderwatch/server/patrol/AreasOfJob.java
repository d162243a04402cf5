package org.borderwatch.server.patrol;

import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.patrol.area.PlannedAreas;

/** Where the areas of an earlier {@code patrol-areas} job are found. Thread-safe. */
@FunctionalInterface
public interface AreasOfJob {
  /** There are no jobs. */
  AreasOfJob NONE = job -> Optional.empty();

  /** The areas; empty where there is no such job, or none with areas of the store. */
  Optional<PlannedAreas> find(UUID job);
}
