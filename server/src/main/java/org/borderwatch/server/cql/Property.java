package org.borderwatch.server.cql;

/** A property of features that a condition may name, and what its values are. */
public record Property(String name, Kind kind) {
  /** What the values of a property are. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A text that is a time of ISO 8601. */
    TIME,
    /** A list: only whether it is there can be asked. */
    LIST
  }

  /** The property of that name with that JSON type; texts called {@code ..._at} are times. */
  public static Property of(String name, String jsonType) {
    return new Property(
        name,
        switch (jsonType) {
          case "number", "integer" -> Kind.NUMBER;
          case "boolean" -> Kind.BOOLEAN;
          case "array" -> Kind.LIST;
          default -> name.endsWith("_at") ? Kind.TIME : Kind.TEXT;
        });
  }
}
