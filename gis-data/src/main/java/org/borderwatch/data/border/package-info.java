/**
 * The land border: its line with chainage, and the side a point is on.
 *
 * <p>Start with {@link org.borderwatch.data.border.LandBorder#load()}; everything here is immutable
 * and safe to share between threads.
 */
@NullMarked
package org.borderwatch.data.border;

import org.jspecify.annotations.NullMarked;
