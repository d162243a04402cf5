/** How many people are expected to cross where and when, and how well that was foretold before. */
@NullMarked
package org.borderwatch.server.patrol.forecast;

import org.jspecify.annotations.NullMarked;
