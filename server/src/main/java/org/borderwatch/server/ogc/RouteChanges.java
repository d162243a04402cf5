package org.borderwatch.server.ogc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.Conflict;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.route.RouteHistory;
import org.borderwatch.server.route.RouteKind;
import org.borderwatch.server.route.RouteMatching;
import org.borderwatch.server.route.RouteRepository;
import org.borderwatch.server.route.StoredRoute;

/**
 * Changes to one route, each in a transaction of its own whose history names the account.
 * Thread-safe.
 */
final class RouteChanges {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final BorderLocator border;
  private final RouteKind kind;
  private final RouteMatching matching;

  RouteChanges(Database database, BorderLocator border, RouteKind kind, RouteMatching matching) {
    this.matching = matching;
    this.database = database;
    this.border = border;
    this.kind = kind;
  }

  /** A route that is now stored; not new when it was before, with the same content. */
  record Added(StoredRoute route, boolean isNew) {}

  /**
   * Stores a new route, or finds the same one that is stored already.
   *
   * @param match whether its lines are snapped to the network first
   */
  Added add(String account, RouteBody body, boolean match) throws SQLException {
    UUID id = body.id().orElseGet(UUID::randomUUID);
    TraffickingRoute said = body.parse(kind.decide(body.synthetic()));
    TraffickingRoute route = match ? matching.match(said) : said;
    return inTransaction(
        repository -> {
          requireDetections(repository, route);
          if (repository.add(id, route, account)) {
            return new Added(repository.find(id).orElseThrow(), true);
          }
          Optional<StoredRoute> byId = repository.find(id);
          StoredRoute stored =
              byId.isPresent()
                  ? byId.get()
                  : repository.findByCode(route.code()).orElseThrow(RouteChanges::stale);
          if (stored.route().says(route)) {
            return new Added(stored, false);
          }
          throw new Conflict(
              "A route with this id, or with the code "
                  + route.code()
                  + ", is stored with other content",
              Map.of("stored", Json.tree(RouteFeature.of(stored).geoJson())));
        });
  }

  /** Replaces the content of a route that still has the version that was read. */
  StoredRoute replace(String account, UUID id, String ifMatch, RouteBody body, boolean match)
      throws SQLException {
    if (!body.id().orElse(id).equals(id)) {
      throw new BadBody("The id in the body is not the one in the address");
    }
    return inTransaction(
        repository -> {
          StoredRoute stored = current(repository, id, ifMatch);
          boolean synthetic = stored.route().synthetic();
          if (body.synthetic().orElse(synthetic) != synthetic) {
            throw new BadBody("A real route can't become synthetic, nor the other way round");
          }
          TraffickingRoute said = body.parse(synthetic).matchedLike(stored.route());
          TraffickingRoute route = match ? matching.match(said) : said;
          requireDetections(repository, route);
          if (!repository.replace(id, stored.version(), route, account)) {
            throw stale();
          }
          return repository.find(id).orElseThrow();
        });
  }

  /** Deletes a route that still has the version that was read. */
  void delete(String account, UUID id, String ifMatch) throws SQLException {
    inTransaction(
        repository -> {
          StoredRoute stored = current(repository, id, ifMatch);
          if (!repository.delete(id, stored.version(), account)) {
            throw stale();
          }
          return stored;
        });
  }

  /** Puts back a route that was deleted. */
  StoredRoute restore(String account, UUID id) throws SQLException {
    return inTransaction(
        repository -> {
          if (repository.history(id).changes().isEmpty()) {
            throw missing(id);
          }
          if (!repository.restore(id, account)) {
            throw new Conflict(
                "It is not deleted any more, or another route has its code", Map.of());
          }
          return repository.find(id).orElseThrow();
        });
  }

  /** What was done to a route, also to one that is deleted. */
  RouteHistory history(UUID id) throws SQLException {
    try (Connection connection = database.connection()) {
      RouteHistory history = new RouteRepository(connection, border).history(id);
      if (history.changes().isEmpty()) {
        throw missing(id);
      }
      return history;
    }
  }

  private static void requireDetections(RouteRepository repository, TraffickingRoute route)
      throws SQLException {
    Set<UUID> unknown = repository.unknownDetections(route.detections());
    if (!unknown.isEmpty()) {
      throw RouteBody.refused(
          unknown.stream()
              .map(
                  id ->
                      new Refusal(
                          1, "detections", id + "", RefusalReason.UNKNOWN_DETECTION, List.of()))
              .map(RouteBody::error)
              .toList());
    }
  }

  /** The stored route, if the caller has read its newest version. */
  private static StoredRoute current(RouteRepository repository, UUID id, String ifMatch)
      throws SQLException {
    StoredRoute stored = repository.find(id).orElseThrow(() -> missing(id));
    if (!EntityTag.ofVersion(stored.version()).isNamedBy(ifMatch)) {
      throw stale();
    }
    return stored;
  }

  private static NotFound missing(UUID id) {
    return new NotFound("No feature " + id + " in routes");
  }

  private static Stale stale() {
    return new Stale("It was changed or deleted since it was read; read it again");
  }

  private interface Change<T> {
    T make(RouteRepository repository) throws SQLException;
  }

  private <T> T inTransaction(Change<T> change) throws SQLException {
    try (Connection connection = database.promptConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = change.make(new RouteRepository(connection, border));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        Undo.on(connection);
        if (e instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          throw new Conflict("Another route has this code", Map.of());
        }
        throw e;
      }
    }
  }
}
