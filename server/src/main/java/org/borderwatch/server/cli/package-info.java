/**
 * The verbs of the command line. Each opens what it needs through {@link
 * org.borderwatch.server.database.Storage}, does its work, and says how it went by its exit code.
 */
@NullMarked
package org.borderwatch.server.cli;

import org.jspecify.annotations.NullMarked;
