/**
 * Counts in files: a table of unit, period, indicator and value, as CSV or workbook, read whole,
 * checked whole, and stored whole or not at all; and the empty workbook to fill in.
 */
@NullMarked
package org.borderwatch.server.outcome.file;

import org.jspecify.annotations.NullMarked;
