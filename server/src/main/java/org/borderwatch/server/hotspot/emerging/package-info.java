/**
 * How hot and cold spots change over time: trend of a series, and the seventeen labels of the
 * emerging hot spot analysis. Pure functions of one place's series.
 */
@NullMarked
package org.borderwatch.server.hotspot.emerging;

import org.jspecify.annotations.NullMarked;
