/** Times of searches over networks, beside what others make of the same ones. */
@NullMarked
package org.borderwatch.bench.network;

import org.jspecify.annotations.NullMarked;
