/**
 * Which roads and trails carry the trade, which other ways there are, and how far one comes: pure
 * analyses over graphs, and the processes and endpoints that offer them.
 */
@NullMarked
package org.borderwatch.server.keyroute;

import org.jspecify.annotations.NullMarked;
