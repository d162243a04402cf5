package org.borderwatch.data.route;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.borderwatch.data.detection.DetectionFormat;
import org.jspecify.annotations.Nullable;

/**
 * Takes routes out of a file one by one. What is wrong with one of them comes with it; what makes
 * the whole file unreadable is an {@link org.borderwatch.data.detection.UnreadableFileException}.
 * Not for several threads.
 */
public interface RouteReader extends Closeable {
  /** WGS 84 in degrees, longitude first. */
  int DEGREES = 4326;

  /** The next one, or null at the end. */
  @Nullable RouteRow next() throws IOException;

  /** EPSG code of the coordinates, east first; {@link #DEGREES} unless the file says otherwise. */
  default int epsg() {
    return DEGREES;
  }

  /** How the text is encoded, for the report. */
  String encoding();

  /** A reader of {@code in}, which it closes; text tables hold no lines. */
  static RouteReader open(InputStream in, DetectionFormat format) throws IOException {
    return switch (format) {
      case GEOJSON -> new RouteGeoJson(in);
      case GPX -> new RouteGpx(in);
      case KML -> new RouteKml(in);
      case SHAPEFILE -> RouteShapefile.read(in);
      case CSV -> throw new IllegalArgumentException("routes don't come as CSV");
    };
  }
}
