/**
 * The forms of a period report: data, the sheet that is page and paper at once, its pictures, and a
 * workbook; and the process that makes them.
 */
@NullMarked
package org.borderwatch.server.outcome.paper;

import org.jspecify.annotations.NullMarked;
