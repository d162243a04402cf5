/** The demo: a seeded causal chain from relief to detections, always labelled synthetic. */
@NullMarked
package org.borderwatch.data.scenario;

import org.jspecify.annotations.NullMarked;
