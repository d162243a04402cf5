/**
 * Places, provinces, units and gates: names with positions, as they come with the program.
 *
 * <p>Each list is read once with its {@code load()} and passed on; all values are immutable.
 */
@NullMarked
package org.borderwatch.data.place;

import org.jspecify.annotations.NullMarked;
