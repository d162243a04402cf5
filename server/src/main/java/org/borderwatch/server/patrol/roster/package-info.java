/**
 * Who goes where on which day: drawn by chance with exact frequencies, never asking for the
 * impossible.
 */
@NullMarked
package org.borderwatch.server.patrol.roster;

import org.jspecify.annotations.NullMarked;
