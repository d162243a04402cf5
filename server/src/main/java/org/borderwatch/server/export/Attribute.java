package org.borderwatch.server.export;

/**
 * A property of the features of a file.
 *
 * @param widest bytes of its longest value as text in UTF-8
 * @param largest number, not a number when there is none
 */
record Attribute(String name, Type type, int widest, double largest) {

  /** What its values are. */
  enum Type {
    TEXT("string"),
    INTEGER("integer"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    /** A day, {@code 2024-06-30}. */
    DATE("date"),
    /** A time with its offset, {@code 2024-06-30T07:00:00+07:00}. */
    TIME("date-time");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As JSON schemas call it. */
    String word() {
      return word;
    }
  }
}
