package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The query parameters that a route knows. Any other is refused by name. */
public record QueryParameters(Set<String> names) {
  public static final QueryParameters NONE = new QueryParameters(Set.of());

  /** Any, read by nobody here: the page keeps its state in its own address. */
  public static final QueryParameters ANY = new QueryParameters(Set.of("*"));

  public static QueryParameters of(String... names) {
    return new QueryParameters(Set.of(names));
  }

  /** These and {@code more}. */
  public QueryParameters and(String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    return new QueryParameters(Set.copyOf(all));
  }

  /** Refuses what isn't known, what is given twice, and NUL, which no text of PostgreSQL holds. */
  public void check(Context ctx) {
    if (equals(ANY)) {
      return;
    }
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!names.contains(name)) {
                throw new ApiException.BadParameter(name, unknown(name));
              }
              if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new ApiException.BadParameter(name, name + " holds a NUL character");
              }
              if (values.size() > 1) {
                throw new ApiException.BadParameter(
                    name, name + " is given twice; separate several values by commas");
              }
            });
  }

  private String unknown(String name) {
    String known =
        names.isEmpty() ? "none is known here" : "known are " + String.join(", ", sorted());
    return org.borderwatch.data.LikelyWord.among(names, name)
        .map(near -> "Unknown parameter " + name + "; is " + near + " meant?")
        .orElse("Unknown parameter " + name + "; " + known);
  }

  private List<String> sorted() {
    return names.stream().sorted().toList();
  }
}
