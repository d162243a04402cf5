/**
 * Reports as people read and issue them: made now over HTTP, and kept as they went out, each issue
 * with its number.
 */
@NullMarked
package org.borderwatch.server.outcome.issue;

import org.jspecify.annotations.NullMarked;
