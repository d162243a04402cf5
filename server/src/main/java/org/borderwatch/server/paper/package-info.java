/**
 * Documents on paper: XHTML of our own writer becomes A4 pages with our own fonts inside. Nothing
 * is loaded from anywhere else.
 */
@NullMarked
package org.borderwatch.server.paper;

import org.jspecify.annotations.NullMarked;
