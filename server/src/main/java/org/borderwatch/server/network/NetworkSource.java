package org.borderwatch.server.network;

import java.util.Optional;

/** Where analyses find the network. Thread-safe. */
@FunctionalInterface
public interface NetworkSource {
  /** There is none. */
  NetworkSource NONE = synthetic -> RoadNetwork.EMPTY;

  /**
   * The current version: of the kind that is asked for, or, when nobody asks, the real one as soon
   * as there is one.
   */
  RoadNetwork network(Optional<Boolean> synthetic);
}
