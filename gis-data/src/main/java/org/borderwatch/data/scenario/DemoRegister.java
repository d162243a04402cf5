package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.route.EvidenceKind;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.data.route.TraffickingRoute;

/**
 * What the demo's register of routes holds: to the strongest mouths confirmed ones, to weaker ones
 * suspected and dormant ones, each from the last town on the way there. Simulated.
 */
final class DemoRegister {
  private static final int CONFIRMED = 9;
  private static final int SUSPECTED = 8;
  private static final int DORMANT = 4;

  private final DemoNetwork network;
  private final List<DemoRoutes.TrueRoute> routes;

  DemoRegister(DemoNetwork network, DemoRoutes routes) {
    this.network = network;
    this.routes = routes.all();
  }

  /** From west to east. */
  List<TraffickingRoute> routes() {
    List<Mouth> strongest =
        routes.stream()
            .map(DemoRoutes.TrueRoute::mouth)
            .distinct()
            .filter(mouth -> !mouth.isGate())
            .sorted(Comparator.comparingDouble((Mouth mouth) -> -mouth.strength()))
            .limit(CONFIRMED + SUSPECTED + DORMANT)
            .toList();
    List<Mouth> inOrder = strongest.stream().sorted(Comparator.comparingDouble(Mouth::km)).toList();
    List<TraffickingRoute> all = new ArrayList<>();
    for (Mouth mouth : inOrder) {
      all.add(to(mouth, all.size() + 1, status(mouth, strongest.indexOf(mouth))));
    }
    return all;
  }

  private static RouteStatus status(Mouth mouth, int rank) {
    if (mouth.trend() == Mouth.Trend.FADING || rank >= CONFIRMED + SUSPECTED) {
      return RouteStatus.DORMANT;
    }
    return rank < CONFIRMED ? RouteStatus.CONFIRMED : RouteStatus.SUSPECTED;
  }

  private TraffickingRoute to(Mouth mouth, int number, RouteStatus status) {
    DemoRoutes.TrueRoute way =
        routes.stream()
            .filter(route -> route.mouth().equals(mouth))
            .max(Comparator.comparingDouble(DemoRoutes.TrueRoute::share))
            .orElseThrow();
    List<String> towns = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < way.line().size(); i++) {
      for (Map.Entry<String, Integer> town : network.towns().entrySet()) {
        NetworkNode node = network.nodes().get(town.getValue());
        LonLat at = way.line().get(i);
        if (at.lon() == node.lon() && at.lat() == node.lat()) {
          towns.add(town.getKey());
          last = i;
        }
      }
    }
    String from = towns.get(towns.size() - 1);
    List<List<LonLat>> line = List.of(way.line().subList(last, way.line().size()));
    return new TraffickingRoute(
        String.format(Locale.ROOT, "LS-%02d", number),
        String.format(Locale.ROOT, "%s – Km %.0f", from, mouth.km()),
        status,
        way.from(),
        towns.subList(1, towns.size()),
        "CN",
        line,
        new TraffickingRoute.Matching(line, 1),
        evidence(mouth, status),
        Set.of(),
        true);
  }

  private static Set<EvidenceKind> evidence(Mouth mouth, RouteStatus status) {
    if (status == RouteStatus.SUSPECTED) {
      return Set.of(EvidenceKind.REPORT);
    }
    return mouth.setting() == Setting.TRAIL
        ? Set.of(EvidenceKind.PATROL, EvidenceKind.SENSOR)
        : Set.of(EvidenceKind.PATROL);
  }
}
