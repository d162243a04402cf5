/**
 * What all analyses share on their way in and out: the filter and inline features among their
 * inputs, what was seen and where somebody looked by cell and step of time, and the writing of
 * results. Knows no analysis.
 */
@NullMarked
package org.borderwatch.server.study;

import org.jspecify.annotations.NullMarked;
