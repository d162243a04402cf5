/** Maximum coverage: which sites to take so that most is covered, exactly, with a bound. */
@NullMarked
package org.borderwatch.server.patrol.cover;

import org.jspecify.annotations.NullMarked;
