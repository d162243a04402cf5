/**
 * Trafficking routes: the record of a registered route, and the files in which routes come.
 *
 * <p>A route is a way on the ground with the places it leads through. Nothing in it tells of a
 * person: names and ends are names of places, evidence is coded kinds and numbers of detections.
 */
@NullMarked
package org.borderwatch.data.route;

import org.jspecify.annotations.NullMarked;
