package org.borderwatch.server.detection.column;

/** A row that goes: its number and the position under which it is kept. */
public record Removal(int rowNo, int x, int y) {}
