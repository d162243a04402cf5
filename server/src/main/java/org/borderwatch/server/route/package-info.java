/**
 * The register of trafficking routes: stored routes with their history, what speaks for them, which
 * of them are alike, and lines snapped to the network.
 *
 * <p>A route meets the border, is measured and compared by pure classes; {@link
 * org.borderwatch.server.route.RouteRepository} alone knows its tables.
 */
@NullMarked
package org.borderwatch.server.route;

import org.jspecify.annotations.NullMarked;
