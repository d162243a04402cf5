package org.borderwatch.server.network;

import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;

/** Counts a network as it would be stored. Not for several threads. */
final class NetworkCount implements NetworkReceiver {
  private final NodeColumns nodes = new NodeColumns();
  private long edges;
  private long features;

  @Override
  public void node(NetworkNode node) {
    nodes.add(node.lon(), node.lat(), node.heightMetres(), null);
  }

  @Override
  public void edge(NetworkEdge edge) {
    nodes.join(edge.from(), edge.to());
    edges++;
  }

  @Override
  public void feature(NetworkFeature feature) {
    features++;
  }

  StoredNetwork counted() {
    ConnectedParts parts = nodes.parts();
    return new StoredNetwork(nodes.size(), edges, features, parts.count(), parts.nodes(0));
  }
}
