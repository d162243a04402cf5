package org.borderwatch.server.detection.column;

/** Rows that are neighbours on the curve, sorted by time, column by column. Immutable. */
public final class Block {}
