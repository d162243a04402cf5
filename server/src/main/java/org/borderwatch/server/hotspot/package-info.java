/**
 * Where people cross more than chance would have it, when, and whether that changes: analyses that
 * are pure functions over arrays, and the processes that feed them from the store.
 */
@NullMarked
package org.borderwatch.server.hotspot;

import org.jspecify.annotations.NullMarked;
