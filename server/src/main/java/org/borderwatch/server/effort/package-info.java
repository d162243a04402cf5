/**
 * Where somebody was looking: patrol tracks and sensor watches, their hours and kilometres by cell
 * and by kilometre of the border.
 */
@NullMarked
package org.borderwatch.server.effort;

import org.jspecify.annotations.NullMarked;
