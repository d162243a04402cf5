/**
 * The demo: a seeded causal chain from relief to detections, always labelled synthetic.
 *
 * <p>Relief and {@link org.borderwatch.data.scenario.TrailMouths trail mouths}, then {@link
 * org.borderwatch.data.scenario.Flows flows} by season, then where {@link
 * org.borderwatch.data.scenario.PatrolEffort patrols} and {@link
 * org.borderwatch.data.scenario.SensorWatches sensors} look, then {@link
 * org.borderwatch.data.scenario.Sightings what is seen}. {@link
 * org.borderwatch.data.scenario.DemoNetwork Roads and trails} lead to the mouths, and {@link
 * org.borderwatch.data.scenario.DemoRoutes routes} over them are the ways that people came by. Each
 * link draws from its own streams ({@link org.borderwatch.data.scenario.Draws}), so that one can be
 * published without changing another. Start with {@link org.borderwatch.data.scenario.Scenario}.
 */
@NullMarked
package org.borderwatch.data.scenario;

import org.jspecify.annotations.NullMarked;
