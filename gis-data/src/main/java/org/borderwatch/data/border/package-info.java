/** The land border: its line, chainage, side, gates and sections. */
@NullMarked
package org.borderwatch.data.border;

import org.jspecify.annotations.NullMarked;
