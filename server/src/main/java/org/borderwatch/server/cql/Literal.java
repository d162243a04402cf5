package org.borderwatch.server.cql;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A value as it is written in a condition. */
public sealed interface Literal {
  /** What SQL binds. */
  Object value();

  /**
   * How a property compares with it: negative, 0 or positive; null when the property isn't there or
   * isn't comparable.
   */
  @Nullable Integer compared(JsonNode property);

  /** Letters compare by their code points, as {@code COLLATE "C"} does. */
  record Text(String value) implements Literal {
    @Override
    public @Nullable Integer compared(JsonNode property) {
      return property.isTextual() ? compare(property.textValue(), value) : null;
    }

    /** UTF-16 sorts characters beyond U+FFFF before others; code points don't. */
    private static int compare(String a, String b) {
      int[] left = a.codePoints().toArray();
      int[] right = b.codePoints().toArray();
      return java.util.Arrays.compare(left, right);
    }
  }

  record Number(Double value) implements Literal {
    @Override
    public @Nullable Integer compared(JsonNode property) {
      return property.isNumber() ? Double.compare(property.doubleValue(), value) : null;
    }
  }

  record Truth(Boolean value) implements Literal {
    @Override
    public @Nullable Integer compared(JsonNode property) {
      return property.isBoolean() ? Boolean.compare(property.booleanValue(), value) : null;
    }
  }

  /** A moment. */
  record Time(Instant value) implements Literal {
    @Override
    public @Nullable Integer compared(JsonNode property) {
      OffsetDateTime time = time(property);
      return time == null ? null : time.toInstant().compareTo(value);
    }
  }

  /** A whole day in Viet Nam. */
  record Day(LocalDate value) implements Literal {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public @Nullable Integer compared(JsonNode property) {
      OffsetDateTime time = time(property);
      return time == null ? null : time.atZoneSameInstant(ZONE).toLocalDate().compareTo(value);
    }
  }

  private static @Nullable OffsetDateTime time(JsonNode property) {
    try {
      return property.isTextual() ? OffsetDateTime.parse(property.textValue()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
