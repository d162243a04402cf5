package org.borderwatch.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/** JSON as this server writes and reads it. */
public final class Json {
  /** Thread-safe. Dates are never written as numbers; sort order of members is kept. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private Json() {}

  /** Answers with {@code value} as application/json. */
  public static void answer(Context ctx, Object value) {
    answer(ctx, value, "application/json");
  }

  /** Answers with {@code value} under the media type given. */
  public static void answer(Context ctx, Object value, String mediaType) {
    try {
      ctx.contentType(mediaType).result(MAPPER.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("can't be written as JSON: " + value.getClass(), e);
    }
  }

  /** The body as a tree; a problem document when it isn't JSON. */
  public static JsonNode body(Context ctx) {
    try {
      JsonNode tree = MAPPER.readTree(ctx.bodyAsBytes());
      if (tree == null || tree.isMissingNode()) {
        throw new ApiException.BadBody("The body is empty; JSON is expected");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new ApiException.BadBody(
          "The body isn't JSON: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr());
    } catch (java.io.IOException e) {
      throw new ApiException.BadBody("The body could not be read");
    }
  }
}
