package org.borderwatch.data.detection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(20_000)
                  .maxNumberLength(400)
                  .maxNestingDepth(50)
                  .build())
          .build();

  private final JsonParser json;
  private boolean inFeatures;
  private boolean finished;
  private boolean sawFeatures;
  private @Nullable String type;
  private long number;

  DetectionGeoJson(InputStream in) throws IOException {
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

  @Override
  public @Nullable DetectionRow next() throws IOException {
    try {
      while (!finished) {
        if (inFeatures && json.nextToken() != JsonToken.END_ARRAY) {
          if (json.currentToken() == null) {
            throw new UnreadableFileException(FileProblem.NOT_JSON, "it ends too early");
          }
          number++;
          return new GeoJsonFeature(json, number).read();
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
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
