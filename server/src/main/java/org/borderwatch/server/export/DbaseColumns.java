package org.borderwatch.server.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of a dBASE table: the id of features where they have one, then their attributes.
 *
 * @param hasIds whether the first is the id
 */
record DbaseColumns(List<Column> columns, boolean hasIds) {
  /** Bytes of a text; one more is taken for the sign of the end by some programs. */
  static final int LONGEST_TEXT = 254;

  private static final int LONGEST_NAME = 10;
  private static final int WIDTH_OF_WHOLE = 18;
  private static final int WIDTH_OF_NUMBER = 24;
  private static final int DECIMALS = 15;

  /**
   * A column.
   *
   * @param name of ten letters at most
   * @param meaning the name of the attribute
   * @param type C for text, N for number, L for yes or no
   */
  record Column(String name, String meaning, char type, int width, int decimals) {}

  DbaseColumns {
    columns = List.copyOf(columns);
  }

  static DbaseColumns of(ExportLayer layer) {
    List<Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    ColumnNames names = ColumnNames.of(layer);
    if (layer.hasIds()) {
      columns.add(new Column(free(names.id(), taken), names.id(), 'C', LONGEST_TEXT, 0));
    }
    for (Attribute attribute : layer.attributes()) {
      columns.add(column(free(attribute.name(), taken), attribute));
    }
    return new DbaseColumns(columns, layer.hasIds());
  }

  private static Column column(String name, Attribute attribute) {
    int width = Math.max(1, Math.min(LONGEST_TEXT, attribute.widest()));
    return switch (attribute.type()) {
      case TEXT, DATE, TIME -> new Column(name, attribute.name(), 'C', width, 0);
      case INTEGER -> new Column(name, attribute.name(), 'N', WIDTH_OF_WHOLE, 0);
      case NUMBER -> new Column(name, attribute.name(), 'N', WIDTH_OF_NUMBER, DECIMALS);
      case BOOLEAN -> new Column(name, attribute.name(), 'L', 1, 0);
    };
  }

  /** A name of ASCII letters, digits and lines below, unique whatever the case. */
  private static String free(String wanted, Set<String> taken) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_");
    String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = "_" + i;
      name = plain.substring(0, Math.min(LONGEST_NAME - number.length(), plain.length())) + number;
    }
    return name;
  }

  int size() {
    return columns.size();
  }

  /** A line for each: the name, and what it means. */
  List<String> describe() {
    return columns.stream()
        .map(column -> "  %-10s  %s".formatted(column.name(), column.meaning()))
        .toList();
  }
}
