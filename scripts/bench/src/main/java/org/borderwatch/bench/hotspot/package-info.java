/** Times hotspot analyses against what a user would pick instead; plain mains. */
@NullMarked
package org.borderwatch.bench.hotspot;

import org.jspecify.annotations.NullMarked;
