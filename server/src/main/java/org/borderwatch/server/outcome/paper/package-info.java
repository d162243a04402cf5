/**
 * The period report: what units counted and what was detected in some months, each line beside the
 * same months a year earlier, as data, as a page and on paper.
 */
@NullMarked
package org.borderwatch.server.outcome.paper;

import org.jspecify.annotations.NullMarked;
