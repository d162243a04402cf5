/** Which analyses there are. */
@NullMarked
package org.borderwatch.server.analysis;

import org.jspecify.annotations.NullMarked;
