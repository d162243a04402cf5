package org.borderwatch.bench.heat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;

/**
 * A filter as a URL has it: what the server is asked by, and what SQL conditions are made of by the
 * server's own classes. Immutable.
 */
record FilterText(SortedMap<String, String> parameters) {
  static final FilterText NONE = new FilterText(Collections.emptySortedMap());

  FilterText {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** The filter that {@link #query} is the text of. */
  static FilterText parse(String query) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return new FilterText(parameters);
  }

  FilterText with(String name, String text) {
    SortedMap<String, String> more = new TreeMap<>(parameters);
    more.put(name, text);
    return new FilterText(more);
  }

  /** {@code name=text&name=text}, encoded. */
  String query() {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A path that has other parameters already, with this filter too. */
  String after(String path) {
    return parameters.isEmpty() ? path : path + "&" + query();
  }

  /** What it means: simulated rows, which are all that a benchmark loads. */
  DetectionFilter filter() {
    return DetectionFilterQuery.parse(parameters::get).withSynthetic(true);
  }
}
