/** The HTTP floor: routes with their permission and parameters, problem documents, JSON, links. */
@NullMarked
package org.borderwatch.server.http;

import org.jspecify.annotations.NullMarked;
