/** How well a map of one period says where events of another are. */
@NullMarked
package org.borderwatch.server.hotspot.backtest;

import org.jspecify.annotations.NullMarked;
