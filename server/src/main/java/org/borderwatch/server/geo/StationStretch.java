package org.borderwatch.server.geo;

import org.borderwatch.data.border.Stretch;

/** A stretch of the border and the code of the station that answers for it. */
public record StationStretch(String station, Stretch stretch) {}
