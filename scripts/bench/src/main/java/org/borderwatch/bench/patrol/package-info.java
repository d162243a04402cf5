/** What plans for patrols are worth where smugglers learn from them. */
@NullMarked
package org.borderwatch.bench.patrol;

import org.jspecify.annotations.NullMarked;
