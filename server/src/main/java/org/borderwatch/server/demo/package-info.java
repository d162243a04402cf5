/**
 * The synthetic scenario in the database: what a first start shows, and what goes when real data
 * comes.
 */
@NullMarked
package org.borderwatch.server.demo;

import org.jspecify.annotations.NullMarked;
