package org.borderwatch.server.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a feature is shown on a map: its attribute {@code name} where the layer has
 * one, otherwise the best attribute for it, or its id.
 */
final class FeatureLabel {
  static final String NAME = "name";
  private static final List<String> BEST = List.of("code", "source_ref", "ref", "rank");

  private final int nameColumn;
  private final int[] columns;

  FeatureLabel(List<Attribute> attributes) {
    List<String> names = attributes.stream().map(Attribute::name).toList();
    nameColumn = names.indexOf(NAME);
    columns = BEST.stream().mapToInt(names::indexOf).filter(column -> column >= 0).toArray();
  }

  /** Empty when there is nothing to call it by. */
  String of(ExportFeature feature) {
    if (nameColumn >= 0) {
      @Nullable Object name = feature.values().get(nameColumn);
      return name == null ? "" : name.toString();
    }
    for (int column : columns) {
      @Nullable Object value = feature.values().get(column);
      if (value != null && !value.toString().isBlank()) {
        return value.toString();
      }
    }
    return feature.id() == null ? "" : feature.id();
  }
}
