/**
 * How long computations share the cores, say how far they are, and stop when asked. Knows no
 * analysis, no database, no HTTP.
 */
@NullMarked
package org.borderwatch.server.compute;

import org.jspecify.annotations.NullMarked;
