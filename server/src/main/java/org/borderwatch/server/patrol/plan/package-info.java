/** Plans: saved with versions, approved by a commander, compared with what was walked. */
@NullMarked
package org.borderwatch.server.patrol.plan;

import org.jspecify.annotations.NullMarked;
