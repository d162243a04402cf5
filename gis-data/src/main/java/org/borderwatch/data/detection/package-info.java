/**
 * A detection: its record, words and file formats (CSV, GeoJSON, GPX), reader and writer together.
 */
@NullMarked
package org.borderwatch.data.detection;

import org.jspecify.annotations.NullMarked;
