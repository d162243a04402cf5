package org.borderwatch.data.network;

/**
 * Takes a network as it is read. An edge comes after both of its nodes; nodes come in the order of
 * their numbers. Nothing is kept by who hands it out.
 */
public interface NetworkReceiver {
  void node(NetworkNode node);

  void edge(NetworkEdge edge);

  void feature(NetworkFeature feature);
}
