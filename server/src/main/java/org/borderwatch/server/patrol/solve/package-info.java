/** OR-Tools, for whoever plans patrols. */
@NullMarked
package org.borderwatch.server.patrol.solve;

import org.jspecify.annotations.NullMarked;
