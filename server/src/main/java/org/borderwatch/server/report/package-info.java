/** Periods compared with the same period a year earlier. */
@NullMarked
package org.borderwatch.server.report;

import org.jspecify.annotations.NullMarked;
