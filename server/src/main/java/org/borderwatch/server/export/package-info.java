/**
 * Files to take away: any collection, or the result of an analysis, as GeoJSON, GeoPackage, KML,
 * GPX, Shapefile, CSV or FlatGeobuf.
 *
 * <p>Features are read once, in one snapshot of the store, into a {@link
 * org.borderwatch.server.export.FeatureSpool} on disk; from there a writer makes the file, one
 * feature at a time. What goes out is known before its first byte leaves: the number for the audit,
 * types of attributes and geometries for formats that begin with them.
 */
@NullMarked
package org.borderwatch.server.export;

import org.jspecify.annotations.NullMarked;
