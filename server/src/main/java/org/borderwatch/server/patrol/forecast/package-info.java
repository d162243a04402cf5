/**
 * How many people are expected to cross where and when, and how well that was foretold before:
 * rates of what patrols met an hour, by strip of the border, month, weekday and hour, with an
 * interval, beside the plain count. {@code Forecasts} takes it from what is stored; the rest are
 * functions of arrays.
 */
@NullMarked
package org.borderwatch.server.patrol.forecast;

import org.jspecify.annotations.NullMarked;
