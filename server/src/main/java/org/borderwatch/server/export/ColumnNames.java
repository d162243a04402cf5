package org.borderwatch.server.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the columns of a table: the id of a feature where there is one, then its attributes,
 * each unique whatever the case of its letters.
 *
 * @param id the column of the feature's id; empty when there is none
 * @param attributes one for each attribute of the layer
 */
record ColumnNames(String id, List<String> attributes) {
  private static final String ID = "id";

  /** Names for {@code layer} that differ from {@code reserved} ones. */
  static ColumnNames of(ExportLayer layer, String... reserved) {
    Set<String> taken = new HashSet<>();
    for (String name : reserved) {
      taken.add(name.toLowerCase(Locale.ROOT));
    }
    List<String> names = new ArrayList<>();
    for (Attribute attribute : layer.attributes()) {
      names.add(free(attribute.name(), taken));
    }
    return new ColumnNames(layer.hasIds() ? free(ID, taken) : "", names);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }
}
