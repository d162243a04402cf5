package org.borderwatch.server.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;

/**
 * Which routes are meant. An empty set, list or optional asks for nothing in particular.
 *
 * @param bbox lines that meet it, edges included
 * @param codes exactly
 * @param names exactly
 * @param origins exactly
 * @param destinations exactly
 * @param transit at least one of these places lies on the way
 * @param borderWith whose line the route meets
 * @param synthetic only simulated ones, or only real ones
 * @param id that one
 */
public record RouteFilter(
    Optional<LonLatBox> bbox,
    Set<RouteStatus> statuses,
    List<String> codes,
    List<String> names,
    List<String> origins,
    List<String> destinations,
    List<String> transit,
    Set<Neighbour> borderWith,
    Optional<Boolean> synthetic,
    Optional<UUID> id) {

  /** Every route of either kind. */
  public static final RouteFilter ALL =
      new RouteFilter(
          Optional.empty(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  /** The same for simulated routes, or for real ones. */
  public RouteFilter withSynthetic(boolean kind) {
    return new RouteFilter(
        bbox,
        statuses,
        codes,
        names,
        origins,
        destinations,
        transit,
        borderWith,
        Optional.of(kind),
        id);
  }

  /** The same within a box. */
  public RouteFilter withBox(LonLatBox box) {
    return new RouteFilter(
        Optional.of(box),
        statuses,
        codes,
        names,
        origins,
        destinations,
        transit,
        borderWith,
        synthetic,
        id);
  }

  /** The route with that id. */
  public static RouteFilter one(UUID id) {
    return new RouteFilter(
        Optional.empty(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.of(id));
  }
}
