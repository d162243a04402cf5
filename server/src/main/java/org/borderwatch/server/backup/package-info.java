/**
 * One file that holds the whole database, and the way back from it.
 *
 * <p>A backup is a zip of a dump by {@code pg_dump} and a manifest that says how many rows each
 * table had and what their checksum was, taken in the same snapshot, so that a restore can prove
 * itself.
 */
@NullMarked
package org.borderwatch.server.backup;

import org.jspecify.annotations.NullMarked;
