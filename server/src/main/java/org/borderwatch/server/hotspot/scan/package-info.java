/**
 * Where and when there were more cases than chance gives: the space-time scan statistic. Knows no
 * database and no HTTP.
 */
@NullMarked
package org.borderwatch.server.hotspot.scan;

import org.jspecify.annotations.NullMarked;
