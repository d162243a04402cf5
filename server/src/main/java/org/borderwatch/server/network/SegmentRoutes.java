package org.borderwatch.server.network;

import java.util.List;
import java.util.UUID;
import org.borderwatch.server.access.Principal;

/** Which registered routes run over an edge. Thread-safe. */
@FunctionalInterface
public interface SegmentRoutes {
  /** There are none. */
  SegmentRoutes NONE = (network, edge, caller) -> List.of();

  /**
   * A registered route.
   *
   * @param code by which people know it
   * @param name of the way, never of a person
   * @param status as the register says it
   */
  record Route(UUID id, String code, String name, String status) {}

  /** Those of them that {@code caller} may see, by their codes. */
  List<Route> over(RoadNetwork network, int edge, Principal caller);
}
