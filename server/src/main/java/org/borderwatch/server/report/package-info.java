/**
 * Periods compared with the same period a year earlier: which counts there are, how they differ,
 * what may be said of it, and how reports word it.
 */
@NullMarked
package org.borderwatch.server.report;

import org.jspecify.annotations.NullMarked;
