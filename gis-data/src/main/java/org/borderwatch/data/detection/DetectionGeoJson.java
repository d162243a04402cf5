package org.borderwatch.data.detection;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads detections from a GeoJSON FeatureCollection (RFC 7946): one Point with the codes of {@link
 * DetectionField} as properties each. Streams; memory is one feature's own values.
 *
 * <p>The {@code id} of a feature is passed over: the key of a detection is its station, source and
 * source_ref. Unknown properties are refused by name, feature by feature.
 */
public final class DetectionGeoJson implements DetectionReader {
  private final GeoJsonCollection<DetectionRow> features;

  DetectionGeoJson(InputStream in) throws IOException {
    features =
        new GeoJsonCollection<>(in, (json, number) -> new GeoJsonFeature(json, number).read());
  }

  @Override
  public @Nullable DetectionRow next() throws IOException {
    return features.next();
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public void close() throws IOException {
    features.close();
  }
}
