package org.borderwatch.server.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says about itself.
 *
 * @param format of the file; only {@link #FORMAT} is known
 * @param software version that wrote it
 * @param madeAt ISO 8601, UTC
 * @param postgresql version of the server it came from
 * @param postgis version
 * @param tables what each held
 */
public record Manifest(
    @JsonProperty("format") int format,
    @JsonProperty("software") String software,
    @JsonProperty("madeAt") String madeAt,
    @JsonProperty("postgresql") String postgresql,
    @JsonProperty("postgis") String postgis,
    @JsonProperty("tables") Map<String, TableContents> tables) {

  /** The one format so far. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Manifest {
    tables = new TreeMap<>(tables);
  }

  /** All rows of all tables. */
  public long rows() {
    return tables.values().stream().mapToLong(TableContents::rows).sum();
  }

  byte[] json() throws IOException {
    return JSON.writeValueAsBytes(this);
  }

  static Manifest read(byte[] json) throws IOException {
    return JSON.readValue(json, Manifest.class);
  }
}
