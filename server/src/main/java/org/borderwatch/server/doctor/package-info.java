/**
 * What is wrong with the machine, the database and the data, each with its remedy. Looks only;
 * changes nothing.
 */
@NullMarked
package org.borderwatch.server.doctor;

import org.jspecify.annotations.NullMarked;
