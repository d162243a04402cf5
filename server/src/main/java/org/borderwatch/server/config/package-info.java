/**
 * What can be set, and where each value comes from: default, file, environment, flag (the later
 * wins).
 *
 * <p>Knows no other package of the server.
 */
@NullMarked
package org.borderwatch.server.config;

import org.jspecify.annotations.NullMarked;
