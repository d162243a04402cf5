/**
 * Areas that a team can guard: pieces of the border with the trails that lead to it, and who
 * reaches them when.
 */
@NullMarked
package org.borderwatch.server.patrol.area;

import org.jspecify.annotations.NullMarked;
