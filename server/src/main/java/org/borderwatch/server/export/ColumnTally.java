package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values a property had, and so what type its attribute has. Not for several threads. */
final class ColumnTally {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

  private final String name;
  private final Attribute.@Nullable Type declared;
  private boolean truths;
  private boolean wholes;
  private boolean numbers;
  private boolean texts;
  private boolean onlyDays = true;
  private boolean onlyTimes = true;
  private int widest;
  private double largest = Double.NaN;

  /** A property; {@code declared} is its JSON type where the collection says one. */
  ColumnTally(String name, @Nullable String declared) {
    this.name = name;
    this.declared =
        declared == null
            ? null
            : switch (declared) {
              case "integer" -> Attribute.Type.INTEGER;
              case "number" -> Attribute.Type.NUMBER;
              case "boolean" -> Attribute.Type.BOOLEAN;
              default -> Attribute.Type.TEXT;
            };
  }

  void see(JsonNode value) {
    if (value.isBoolean()) {
      truths = true;
      widen(5);
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      wholes = true;
      widen(20);
      enlarge(value.doubleValue());
    } else if (value.isNumber()) {
      numbers = true;
      widen(25);
      enlarge(value.doubleValue());
    } else {
      String text = text(value);
      texts = true;
      onlyDays &= DAY.matcher(text).matches();
      onlyTimes &= TIME.matcher(text).matches();
      widen(text.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private void enlarge(double number) {
    largest = Double.isNaN(largest) ? number : Math.max(largest, number);
  }

  private void widen(int bytes) {
    widest = Math.max(widest, bytes);
  }

  /** A value as text; members of a list stand between semicolons. */
  static String text(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.asText();
    }
    boolean flat = value.isArray();
    StringBuilder joined = new StringBuilder();
    for (JsonNode member : value) {
      flat &= !member.isContainerNode();
      joined.append(joined.isEmpty() ? "" : ";").append(member.isNull() ? "" : member.asText());
    }
    return flat ? joined.toString() : value.toString();
  }

  Attribute attribute() {
    Attribute.Type type = type();
    return new Attribute(name, type, widest, largest);
  }

  private Attribute.Type type() {
    if (texts) {
      boolean alone = !truths && !wholes && !numbers;
      if (alone && (onlyTimes || onlyDays)) {
        return onlyTimes ? Attribute.Type.TIME : Attribute.Type.DATE;
      }
      return Attribute.Type.TEXT;
    }
    if (truths) {
      return wholes || numbers ? Attribute.Type.TEXT : Attribute.Type.BOOLEAN;
    }
    if (numbers) {
      return Attribute.Type.NUMBER;
    }
    if (wholes) {
      return declared == Attribute.Type.NUMBER ? Attribute.Type.NUMBER : Attribute.Type.INTEGER;
    }
    return declared == null ? Attribute.Type.TEXT : declared;
  }
}
