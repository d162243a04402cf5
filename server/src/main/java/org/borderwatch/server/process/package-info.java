/**
 * Work that takes longer than a request: jobs, their progress and their results (OGC Processes).
 */
@NullMarked
package org.borderwatch.server.process;

import org.jspecify.annotations.NullMarked;
