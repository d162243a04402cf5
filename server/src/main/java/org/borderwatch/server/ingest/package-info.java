/**
 * Files become rows: read, checked row by row, copied into PostGIS in one transaction, with a
 * report of what was refused and why.
 */
@NullMarked
package org.borderwatch.server.ingest;

import org.jspecify.annotations.NullMarked;
