package org.borderwatch.data.detection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the features out of a GeoJSON FeatureCollection (RFC 7946) one by one. Streams; memory is
 * one feature's own values. Not for several threads.
 *
 * @param <T> what a feature is read into
 */
public final class GeoJsonCollection<T> implements Closeable {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(20_000)
                  .maxNumberLength(400)
                  .maxNestingDepth(50)
                  .build())
          .build();

  /** Reads one feature. */
  @FunctionalInterface
  public interface FeatureReader<T> {
    /**
     * Reads from the token at which the feature begins to the one at which it ends.
     *
     * @param number of the feature, from 1
     */
    T read(JsonParser json, long number) throws IOException;
  }

  private final FeatureReader<T> features;
  private final JsonParser json;
  private boolean inFeatures;
  private boolean finished;
  private boolean sawFeatures;
  private @Nullable String type;
  private long number;

  /**
   * Reads {@code in}, and closes it.
   *
   * @throws UnreadableFileException when it is no FeatureCollection
   */
  public GeoJsonCollection(InputStream in, FeatureReader<T> features) throws IOException {
    this.features = features;
    json = JSON.createParser(in);
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFileException(FileProblem.NOT_A_COLLECTION);
      }
      toFeatures();
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /** The next feature, or null at the end. */
  public @Nullable T next() throws IOException {
    try {
      while (!finished) {
        if (inFeatures && json.nextToken() != JsonToken.END_ARRAY) {
          if (json.currentToken() == null) {
            throw new UnreadableFileException(FileProblem.NOT_JSON, "it ends too early");
          }
          number++;
          return features.read(json, number);
        }
        toFeatures();
      }
      return null;
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /** Steps over members of the collection until inside the next list of features, or to the end. */
  private void toFeatures() throws IOException {
    inFeatures = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> type = json.getValueAsString("");
        case "crs" -> refuseOtherCrs();
        case "features" -> {
          if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableFileException(FileProblem.NOT_A_COLLECTION);
          }
          inFeatures = true;
          sawFeatures = true;
          return;
        }
        default -> json.skipChildren();
      }
    }
    finished = true;
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new UnreadableFileException(FileProblem.NOT_JSON, "it ends too early");
    }
    if (json.nextToken() != null) {
      throw new UnreadableFileException(FileProblem.NOT_A_COLLECTION);
    }
    if (!sawFeatures || !"FeatureCollection".equals(type)) {
      throw new UnreadableFileException(FileProblem.NOT_A_COLLECTION);
    }
  }

  /** The old {@code crs} member: only longitude and latitude of WGS 84 are read. */
  private void refuseOtherCrs() throws IOException {
    int depth = 0;
    do {
      if (json.currentToken().isStructStart()) {
        depth++;
      } else if (json.currentToken().isStructEnd()) {
        depth--;
      } else if (json.currentToken() == JsonToken.VALUE_STRING
          && "name".equals(json.currentName())) {
        String name = json.getText();
        if (!name.endsWith("CRS84") && !name.endsWith(":4326")) {
          throw new UnreadableFileException(FileProblem.OTHER_CRS, name);
        }
      }
    } while (depth > 0 && json.nextToken() != null);
  }

  private static UnreadableFileException notJson(JacksonException e) {
    return new UnreadableFileException(
        FileProblem.NOT_JSON,
        e.getLocation() == null
            ? "it is broken"
            : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
