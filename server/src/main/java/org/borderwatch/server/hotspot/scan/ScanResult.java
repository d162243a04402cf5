package org.borderwatch.server.hotspot.scan;

import java.util.List;

/**
 * What a scan found.
 *
 * @param clusters strongest first; none shares a place with one before it
 * @param replicates that p values rest on
 * @param seed of their chance
 */
public record ScanResult(List<ScanCluster> clusters, int replicates, long seed) {
  public ScanResult {
    clusters = List.copyOf(clusters);
  }
}
