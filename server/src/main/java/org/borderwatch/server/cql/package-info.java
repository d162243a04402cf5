/**
 * CQL2 text (OGC 21-065r2): conditions on the properties of features, as people write them into the
 * parameter {@code filter}. Basic CQL2 with LIKE, BETWEEN, IN and S_INTERSECTS.
 *
 * <p>A text becomes a {@link org.borderwatch.server.cql.Condition}, which knows itself both as SQL
 * with bound values and as a test of one feature; null follows the three truth values of SQL.
 */
@NullMarked
package org.borderwatch.server.cql;

import org.jspecify.annotations.NullMarked;
