/** How fast the best sites are found, beside a solver that is given the textbook model. */
@NullMarked
package org.borderwatch.bench.coverage;

import org.jspecify.annotations.NullMarked;
