/**
 * The stored network of roads and trails, and one version of it in memory.
 *
 * <p>{@link org.borderwatch.server.network.RoadNetwork} is what analyses and the map ask: graphs by
 * {@link org.borderwatch.server.network.Weight}, shapes of edges, and the nearest place on a way.
 */
@NullMarked
package org.borderwatch.server.network;

import org.jspecify.annotations.NullMarked;
