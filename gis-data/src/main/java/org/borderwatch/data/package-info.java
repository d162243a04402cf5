/**
 * What the data is: records, words, file formats, reference layers and the demo scenario.
 *
 * <p>Knows no server and no database. Everything here can be read, tested and used alone.
 */
@NullMarked
package org.borderwatch.data;

import org.jspecify.annotations.NullMarked;
