/**
 * Outcome counts: what units report of a run of months by hand, such as cases, victims received or
 * sessions held. Counts only: no person is described. A count is a cell (unit, indicator, months,
 * partner country) with versions that are never written over; what contradicts itself is refused
 * before it is stored.
 */
@NullMarked
package org.borderwatch.server.outcome;

import org.jspecify.annotations.NullMarked;
