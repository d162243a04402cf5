package org.borderwatch.server.ogc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.ImportRules;
import org.borderwatch.data.detection.ProvinceNames;
import org.borderwatch.data.place.Provinces;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.detection.DetectionAccess;
import org.borderwatch.server.detection.DetectionRepository;
import org.borderwatch.server.detection.LocatedDetection;
import org.borderwatch.server.detection.StoredDetection;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.Station;
import org.borderwatch.server.geo.StationRepository;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.Conflict;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;

/**
 * Changes to one detection, each in a transaction of its own whose history names the account.
 * Thread-safe.
 */
final class DetectionChanges {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final ReferenceLayers layers;
  private final Runnable changed;
  private final ImportRules.Origins origins;

  /** {@code changed} is called after each commit. */
  DetectionChanges(Database database, ReferenceLayers layers, Runnable changed) {
    this.database = database;
    this.layers = layers;
    this.changed = changed;
    this.origins = new ProvinceNames(Provinces.load());
  }

  /** A detection that is now stored; not new when it was before, with the same content. */
  record Added(StoredDetection detection, boolean isNew) {}

  /** Stores a new detection, or finds the same one that is stored already. */
  Added add(Principal principal, DetectionBody body) throws SQLException {
    UUID id = body.id().orElseGet(UUID::randomUUID);
    boolean synthetic = body.synthetic().orElse(false);
    if (body.stationIsDerived()) {
      body.forgetStation();
    }
    body.referIfMissing("web:" + id);
    return inTransaction(
        principal,
        (connection, repository) -> {
          Detection seen = body.parse(rules(connection));
          LocatedDetection located = located(principal, seen, connection);
          if (repository.insert(id, located, synthetic, principal.account())) {
            return new Added(repository.find(id).orElseThrow(), true);
          }
          StoredDetection stored = taken(repository, id, seen);
          if (stored.says(seen) && stored.synthetic() == synthetic) {
            return new Added(stored, false);
          }
          throw conflict(principal, stored);
        });
  }

  /** Replaces the content of a detection that still has the version that was read. */
  StoredDetection replace(Principal principal, UUID id, String ifMatch, DetectionBody body)
      throws SQLException {
    if (!body.id().orElse(id).equals(id)) {
      throw new BadBody("The id in the body is not the one in the address");
    }
    return inTransaction(
        principal,
        (connection, repository) -> {
          StoredDetection stored = current(principal, repository, id, ifMatch);
          if (body.synthetic().orElse(stored.synthetic()) != stored.synthetic()) {
            throw new BadBody("A real detection can't become synthetic, nor the other way round");
          }
          if (body.stationIsDerived()
              && body.station().equals(Optional.ofNullable(stored.responsibleStation()))) {
            body.forgetStation();
          }
          body.referIfMissing(stored.seen().sourceRef());
          LocatedDetection located = located(principal, body.parse(rules(connection)), connection);
          if (!repository.replace(id, stored.version(), located)) {
            throw stale();
          }
          return repository.find(id).orElseThrow();
        });
  }

  /** Deletes a detection that still has the version that was read. */
  void delete(Principal principal, UUID id, String ifMatch) throws SQLException {
    inTransaction(
        principal,
        (connection, repository) -> {
          StoredDetection stored = current(principal, repository, id, ifMatch);
          if (!repository.delete(id, stored.version())) {
            throw stale();
          }
          return stored;
        });
  }

  /** Puts back a detection that was deleted. */
  StoredDetection restore(Principal principal, UUID id) throws SQLException {
    return inTransaction(
        principal,
        (connection, repository) -> {
          DetectionRepository.Deleted deleted =
              repository.findDeleted(id).orElseThrow(() -> missing(id));
          if (!new DetectionAccess(principal).mayWrite(deleted.responsibleStation())) {
            throw missing(id);
          }
          if (!repository.restore(id)) {
            throw new Conflict(
                "It is not deleted any more, or the same event was recorded again", Map.of());
          }
          return repository.find(id).orElseThrow();
        });
  }

  /** The stored detection, if the caller may change it and has read its newest version. */
  private static StoredDetection current(
      Principal principal, DetectionRepository repository, UUID id, String ifMatch)
      throws SQLException {
    StoredDetection stored =
        repository
            .find(id)
            .filter(new DetectionAccess(principal)::mayRead)
            .orElseThrow(() -> missing(id));
    if (!EntityTag.ofVersion(stored.version()).isNamedBy(ifMatch)) {
      throw stale();
    }
    return stored;
  }

  private LocatedDetection located(Principal principal, Detection seen, Connection connection)
      throws SQLException {
    LocatedDetection located = LocatedDetection.locate(seen, layers.locator(), connection);
    if (!new DetectionAccess(principal).mayWrite(located.responsibleStation())) {
      throw new NotAllowed(
          located
              .responsibleStation()
              .map(station -> "Station " + station + " answers for this; it is not of your unit")
              .orElse("No station answers for this place; name a station of your unit"));
    }
    return located;
  }

  private static StoredDetection taken(DetectionRepository repository, UUID id, Detection seen)
      throws SQLException {
    Optional<StoredDetection> byId = repository.find(id);
    return byId.isPresent() ? byId.get() : repository.findByKey(seen).orElseThrow(() -> stale());
  }

  /** Shows what is stored to those who may see it. */
  private static Conflict conflict(Principal principal, StoredDetection stored) {
    String detail =
        "A detection with this id, or with this station, source and source_ref, is stored with"
            + " other content";
    if (!new DetectionAccess(principal).mayRead(stored)) {
      return new Conflict(detail, Map.of());
    }
    return new Conflict(detail, Map.of("stored", Json.tree(DetectionFeature.of(stored).geoJson())));
  }

  private static NotFound missing(UUID id) {
    return new NotFound("No feature " + id + " in detections");
  }

  private static Stale stale() {
    return new Stale("It was changed or deleted since it was read; read it again");
  }

  private ImportRules rules(Connection connection) throws SQLException {
    Set<String> stations =
        new StationRepository(connection)
            .all().stream().map(Station::code).collect(Collectors.toSet());
    return new ImportRules(stations, origins, layers.locator()::locate, Instant.now());
  }

  private interface Change<T> {
    T make(Connection connection, DetectionRepository repository) throws SQLException;
  }

  private <T> T inTransaction(Principal principal, Change<T> change) throws SQLException {
    T result = committed(principal, change);
    changed.run();
    return result;
  }

  private <T> T committed(Principal principal, Change<T> change) throws SQLException {
    try (Connection connection = database.promptConnection()) {
      connection.setAutoCommit(false);
      try {
        DetectionRepository repository = new DetectionRepository(connection);
        repository.changesBy(principal.account());
        T result = change.make(connection, repository);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        Undo.on(connection);
        if (e instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          throw new Conflict("Another detection has this station, source and source_ref", Map.of());
        }
        throw e;
      }
    }
  }
}
