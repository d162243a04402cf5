package org.borderwatch.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** JSON as this server writes and reads it. */
public final class Json {
  /** Thread-safe. Dates are never written as numbers; sort order of members is kept. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private static final int LONGEST_BODY = 64 * 1024;

  private Json() {}

  /** Answers with {@code value} as application/json. */
  public static void answer(Context ctx, Object value) {
    answer(ctx, value, "application/json");
  }

  /** Answers with {@code value} under the media type given. */
  public static void answer(Context ctx, Object value, String mediaType) {
    ctx.contentType(mediaType).result(bytes(value));
  }

  /** {@code value} as UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("can't be written as JSON: " + value.getClass(), e);
    }
  }

  /** Text of our own making as a tree. */
  public static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON, though we made it", e);
    }
  }

  /** The same in UTF-8. */
  public static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("not JSON, though we made it", e);
    }
  }

  /**
   * The member {@code name} of an object of our own making, without reading the rest into memory.
   */
  public static Optional<JsonNode> member(byte[] json, String name) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isIt = parser.currentName().equals(name);
        parser.nextToken();
        if (isIt) {
          return Optional.of(MAPPER.readTree(parser));
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new IllegalStateException("not JSON, though we made it", e);
    }
  }

  /** The body as a tree, up to 64 KB; a problem document when it isn't JSON. */
  public static JsonNode body(Context ctx) {
    return body(ctx, LONGEST_BODY);
  }

  /** The same up to {@code longestBytes}. A body of another media type is refused. */
  public static JsonNode body(Context ctx, int longestBytes) {
    requireJson(ctx);
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(longestBytes + 1);
      if (bytes.length > longestBytes) {
        throw new ApiException.TooLarge(
            "The body is larger than " + longestBytes / 1024 + " KB, the most that is taken here");
      }
      JsonNode tree = MAPPER.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw new ApiException.BadBody("The body is empty; JSON is expected");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw new ApiException.BadBody(
          "The body has a number or a text that is too long, or is nested too deep");
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

  /** application/json and whatever builds on it; a form of another site can't send that. */
  private static void requireJson(Context ctx) {
    String type = ctx.contentType() == null ? "" : ctx.contentType();
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.equals("application/json") && !bare.endsWith("+json")) {
      throw new ApiException.UnsupportedMediaType("The body has to be application/json");
    }
  }
}
