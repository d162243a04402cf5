/** The patrol game against somebody who watches: a zero-sum security game. */
@NullMarked
package org.borderwatch.server.patrol.game;

import org.jspecify.annotations.NullMarked;
