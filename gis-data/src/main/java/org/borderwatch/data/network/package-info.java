/**
 * Roads and trails: what a network file says, read as nodes, edges and what lies beside them.
 *
 * <p>A {@link org.borderwatch.data.network.NetworkEdge} is a piece of way between two junctions,
 * with its own times on foot and by vehicle for each direction; edges with the same ends are
 * normal. Readers hand what they find to a {@link org.borderwatch.data.network.NetworkReceiver}.
 */
@NullMarked
package org.borderwatch.data.network;

import org.jspecify.annotations.NullMarked;
