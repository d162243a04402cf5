/**
 * What we do with the data: take it in, store it, analyse it, serve it.
 *
 * <p>{@link org.borderwatch.server.App} puts the parts together by hand, in one screen.
 */
@NullMarked
package org.borderwatch.server;

import org.jspecify.annotations.NullMarked;
