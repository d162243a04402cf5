/** Places, provinces and units: names with positions. */
@NullMarked
package org.borderwatch.data.place;

import org.jspecify.annotations.NullMarked;
