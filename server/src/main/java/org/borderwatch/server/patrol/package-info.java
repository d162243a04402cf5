/**
 * Where few teams do most good: expected crossings, areas for the teams, a roster that nobody can
 * foresee, plans and orders. Pure analyses, and the processes and endpoints that offer them.
 */
@NullMarked
package org.borderwatch.server.patrol;

import org.jspecify.annotations.NullMarked;
