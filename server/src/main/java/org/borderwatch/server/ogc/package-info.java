/**
 * OGC API Features: the collections, their items, changes to a detection, and the document that
 * describes the API. Also what the page draws underneath: the base map and the lists of words.
 */
@NullMarked
package org.borderwatch.server.ogc;

import org.jspecify.annotations.NullMarked;
