/**
 * Where somebody was looking: tracks of patrols and watches of sensors, and the readers of the
 * files they come in. A team is a coded word; nobody's name is ever read.
 */
@NullMarked
package org.borderwatch.data.effort;

import org.jspecify.annotations.NullMarked;
