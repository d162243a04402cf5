package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file formats in which rows come: detections, patrols and routes. Which of them a collection
 * takes is its own affair.
 */
public enum DetectionFormat {
  CSV("text/csv", "csv", "txt", "tsv"),
  GEOJSON("application/geo+json", "geojson", "json"),
  GPX("application/gpx+xml", "gpx"),
  KML("application/vnd.google-earth.kml+xml", "kml"),
  /** A Shapefile with its parts, in one ZIP file. */
  SHAPEFILE("application/zip", "zip");

  /** Those in which detections come. */
  public static final Set<DetectionFormat> OF_DETECTIONS = Set.of(CSV, GEOJSON, GPX);

  private final String mediaType;
  private final String[] extensions;

  DetectionFormat(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The format of a media type; its parameters and case do not matter. */
  public static Optional<DetectionFormat> ofMediaType(String mediaType) {
    String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (DetectionFormat format : values()) {
      if (format.mediaType.equals(bare)) {
        return Optional.of(format);
      }
    }
    return bare.equals("application/json") ? Optional.of(GEOJSON) : Optional.empty();
  }

  /** The format that the end of a file's name tells. */
  public static Optional<DetectionFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (DetectionFormat format : values()) {
      for (String extension : format.extensions) {
        if (lower.endsWith("." + extension)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A reader of detections from {@code in}, which it closes.
   *
   * @param charset the encoding that came with the file, or null when none was told; CSV only
   * @throws UnreadableFileException when the beginning of the file is none of this format
   */
  public DetectionReader open(InputStream in, @Nullable String charset) throws IOException {
    return switch (this) {
      case CSV -> new DetectionCsv(in, charset);
      case GEOJSON -> new DetectionGeoJson(in);
      case GPX -> new DetectionGpx(in);
      case KML, SHAPEFILE -> throw new IllegalStateException("no detections come as " + mediaType);
    };
  }
}
