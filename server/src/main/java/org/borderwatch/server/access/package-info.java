/**
 * Who may do what: accounts, roles, sessions, tokens, lock-out and the audit.
 *
 * <p>While the database is away, who was let in during the last half hour goes on reading what is
 * in memory, without being asked again; nobody changes anything, reads exact positions, or signs
 * in. See {@link org.borderwatch.server.access.LastKnown}.
 */
@NullMarked
package org.borderwatch.server.access;

import org.jspecify.annotations.NullMarked;
