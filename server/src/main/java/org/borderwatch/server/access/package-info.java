/** Who may do what: accounts, roles, sessions, tokens, lock-out and the audit. */
@NullMarked
package org.borderwatch.server.access;

import org.jspecify.annotations.NullMarked;
