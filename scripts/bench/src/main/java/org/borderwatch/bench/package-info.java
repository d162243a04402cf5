/** Benchmarks of single kernels with JMH; {@code scripts/bench/kernels} runs them. */
@NullMarked
package org.borderwatch.bench;

import org.jspecify.annotations.NullMarked;
