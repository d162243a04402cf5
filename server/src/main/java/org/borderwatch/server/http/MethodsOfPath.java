package org.borderwatch.server.http;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers OPTIONS with the methods of a path, as clients ask before they offer to change a feature.
 */
final class MethodsOfPath {
  private MethodsOfPath() {}

  /** A route OPTIONS for each path of {@code routes}; open where all of its routes are. */
  static List<Route> of(List<Route> routes) {
    Map<String, List<Route>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route);
    }
    return paths.values().stream().map(MethodsOfPath::options).toList();
  }

  private static Route options(List<Route> ofOnePath) {
    boolean open = ofOnePath.stream().allMatch(r -> r.permission() == Permission.NOBODY);
    String allow = allow(ofOnePath.stream().map(Route::method).toList());
    return new Route(
        HandlerType.OPTIONS,
        ofOnePath.get(0).path(),
        open ? Permission.NOBODY : Permission.SIGNED_IN,
        QueryParameters.ANY,
        "The methods of this address",
        ctx -> ctx.status(204).header("Allow", allow));
  }

  private static String allow(List<HandlerType> methods) {
    Set<HandlerType> all = new LinkedHashSet<>(methods);
    if (all.contains(HandlerType.GET)) {
      all.add(HandlerType.HEAD);
    }
    all.add(HandlerType.OPTIONS);
    return all.stream().map(HandlerType::name).collect(Collectors.joining(", "));
  }
}
