package org.borderwatch.data.detection;

import org.borderwatch.data.border.BorderPosition;

/**
 * A row that may be stored.
 *
 * @param line where it stood, as in {@link DetectionRow#line}
 * @param position where it lies along the land border
 * @param refMade whether its source_ref was made from its content
 */
public record ParsedDetection(
    long line, Detection detection, BorderPosition position, boolean refMade) {}
