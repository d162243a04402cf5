/**
 * The floor of everything stored: a private PostGIS cluster or an address of another one, checked,
 * migrated and pooled.
 *
 * <p>{@link org.borderwatch.server.database.Storage} is the way in. Knows no feature and no HTTP.
 */
@NullMarked
package org.borderwatch.server.database;

import org.jspecify.annotations.NullMarked;
