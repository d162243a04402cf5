/**
 * How fast networks are read and imported, and whether what is stored is what others count in the
 * same file; {@code scripts/bench.extract} runs them.
 */
@NullMarked
package org.borderwatch.bench.extract;

import org.jspecify.annotations.NullMarked;
