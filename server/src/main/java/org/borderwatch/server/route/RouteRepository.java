package org.borderwatch.server.route;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.EvidenceKind;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.data.route.TraffickingRoute;
import org.borderwatch.data.route.TraffickingRoute.Matching;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.jspecify.annotations.Nullable;

/**
 * The register's rows. Every method works in the caller's transaction, and each change writes into
 * the history who made it.
 */
public final class RouteRepository {
  private static final String SELECT = SqlText.of(RouteRepository.class, "route_select.sql");
  private static final String INSERT = SqlText.of(RouteRepository.class, "route_insert.sql");
  private static final String REPLACE = SqlText.of(RouteRepository.class, "route_replace.sql");
  private static final String RESTORE = SqlText.of(RouteRepository.class, "route_restore.sql");
  private static final String HISTORY = SqlText.of(RouteRepository.class, "route_history.sql");

  private static final String SEEN_IDS = SqlText.of(RouteRepository.class, "seen_ids.sql");

  /** Changes that a history tells at most. */
  private static final int MOST_CHANGES = 500;

  private final Connection connection;
  private final BorderLocator border;

  /** {@code border} says where routes meet it. */
  public RouteRepository(Connection connection, BorderLocator border) {
    this.connection = connection;
    this.border = border;
  }

  /** The same for a command that has no border at hand: reads it, in about half a second. */
  public RouteRepository(Connection connection) {
    this(connection, new BorderLocator(LandBorder.load()));
  }

  /** Stores a new route in the name of {@code account}; its id, or empty when its code is taken. */
  public Optional<UUID> add(TraffickingRoute route, String account) throws SQLException {
    UUID id = UUID.randomUUID();
    return add(id, route, account) ? Optional.of(id) : Optional.empty();
  }

  /** Stores a new route under {@code id}; false when that or its code is taken. */
  public boolean add(UUID id, TraffickingRoute route, String account) throws SQLException {
    changesBy(account);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      int next = bind(statement, route);
      statement.setObject(next, id);
      statement.setString(next + 1, account);
      if (statement.executeUpdate() == 0) {
        return false;
      }
    }
    addEvidence(id, route);
    return true;
  }

  /**
   * Replaces the content of the route {@code id}; false when it has no longer that version, or is
   * gone.
   *
   * @throws SQLException with state 23505 when another route has the code
   */
  public boolean replace(UUID id, int version, TraffickingRoute route, String account)
      throws SQLException {
    changesBy(account);
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      int next = bind(statement, route);
      statement.setObject(next, id);
      statement.setInt(next + 1, version);
      if (statement.executeUpdate() == 0) {
        return false;
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM route_evidence WHERE route = ?")) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
    addEvidence(id, route);
    return true;
  }

  /** Deletes the route; false when it has no longer that version, or is gone. */
  public boolean delete(UUID id, int version, String account) throws SQLException {
    changesBy(account);
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM trafficking_route WHERE id = ? AND version = ?")) {
      statement.setObject(1, id);
      statement.setInt(2, version);
      return statement.executeUpdate() == 1;
    }
  }

  /** Puts a deleted route back; false when there is none, or its id or code is taken again. */
  public boolean restore(UUID id, String account) throws SQLException {
    changesBy(account);
    try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) == 1;
      }
    }
  }

  public Optional<StoredRoute> find(UUID id) throws SQLException {
    return first(RouteFilter.one(id));
  }

  public Optional<StoredRoute> findByCode(String code) throws SQLException {
    return first(
        new RouteFilter(
            Optional.empty(),
            Set.of(),
            List.of(code),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private Optional<StoredRoute> first(RouteFilter filter) throws SQLException {
    List<StoredRoute> found = list(filter, 1);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** The routes that {@code filter} means, by code, at most {@code most} of them. */
  public List<StoredRoute> list(RouteFilter filter, int most) throws SQLException {
    List<StoredRoute> routes = new ArrayList<>();
    try {
      page(filter, "", most, routes::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return routes;
  }

  /** Takes routes one by one; false stops. */
  @FunctionalInterface
  public interface Sink {
    boolean take(StoredRoute route) throws IOException;
  }

  /**
   * Gives to {@code sink} the routes that {@code filter} means in the order of their codes, those
   * after {@code afterCode} only, at most {@code most} of them.
   */
  public void page(RouteFilter filter, String afterCode, int most, Sink sink)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      int next = bind(statement, filter);
      statement.setString(next, afterCode);
      statement.setInt(next + 1, most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && sink.take(read(rows))) {
          // The sink did the work.
        }
      }
    }
  }

  /** How many routes {@code filter} means. */
  public long count(RouteFilter filter) throws SQLException {
    String sql = "SELECT count(*) FROM (" + SELECT + ") AS asked";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = bind(statement, filter);
      statement.setString(next, "");
      statement.setInt(next + 1, Integer.MAX_VALUE);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Those of {@code ids} that no detection has. */
  public Set<UUID> unknownDetections(Set<UUID> ids) throws SQLException {
    Set<UUID> unknown = new TreeSet<>();
    if (ids.isEmpty()) {
      return unknown;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT i FROM unnest(?::uuid[]) AS i"
                + " WHERE NOT EXISTS (SELECT FROM detection AS d WHERE d.id = i)")) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          unknown.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return unknown;
  }

  /** The id of a detection that was seen in memory, none of {@code told}; empty when it is gone. */
  Optional<UUID> detectionSeen(RouteEvidence.Seen seen, Collection<UUID> told) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SEEN_IDS)) {
      statement.setDouble(1, seen.lon());
      statement.setDouble(2, seen.lat());
      statement.setDouble(3, seen.second());
      statement.setInt(4, seen.persons());
      statement.setString(5, seen.source().code());
      statement.setArray(6, connection.createArrayOf("uuid", told.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /** What was done to a route; nothing when there never was one of that id. */
  public RouteHistory history(UUID id) throws SQLException {
    List<RouteHistory.Row> changes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setObject(1, id);
      statement.setInt(2, MOST_CHANGES);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(
              new RouteHistory.Row(
                  rows.getString("operation"),
                  rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                  rows.getString("changed_by"),
                  rows.getString("image"),
                  rows.getString("line")));
        }
      }
    }
    return RouteHistory.of(changes);
  }

  /** Says in the history of this transaction that {@code account} makes the changes. */
  private void changesBy(String account) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('borderwatch.account', ?, true)")) {
      statement.setString(1, account);
      statement.execute();
    }
  }

  /** Binds content and what follows from it, in the order of the .sql files; the next index. */
  private int bind(PreparedStatement statement, TraffickingRoute route) throws SQLException {
    var meets = new BorderMeeting(border).of(route.lines());
    Matching matching = route.matching();
    int i = 1;
    statement.setString(i++, route.code());
    statement.setString(i++, route.name());
    statement.setString(i++, route.status().code());
    statement.setString(i++, route.origin());
    statement.setArray(i++, texts(route.transit()));
    statement.setString(i++, route.destination());
    statement.setBytes(i++, Wkb.of(route.lines()));
    statement.setBytes(i++, matching == null ? null : Wkb.of(matching.drawn()));
    statement.setObject(i++, matching == null ? null : matching.share(), Types.DOUBLE);
    statement.setDouble(i++, route.lengthKm());
    statement.setString(i++, meets.map(at -> at.with().code()).orElse(null));
    statement.setObject(i++, meets.map(at -> at.km()).orElse(null), Types.DOUBLE);
    statement.setBoolean(i++, route.synthetic());
    return i;
  }

  private void addEvidence(UUID id, TraffickingRoute route) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO route_evidence (route, kind, detection) VALUES (?, ?, ?)")) {
      for (EvidenceKind kind : route.evidence()) {
        statement.setObject(1, id);
        statement.setString(2, kind.code());
        statement.setNull(3, Types.OTHER);
        statement.addBatch();
      }
      for (UUID detection : route.detections()) {
        statement.setObject(1, id);
        statement.setString(2, null);
        statement.setObject(3, detection);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private int bind(PreparedStatement statement, RouteFilter filter) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(filter.bbox().map(LonLatBox::minLon).orElse(null));
    values.add(filter.bbox().map(LonLatBox::minLat).orElse(null));
    values.add(filter.bbox().map(LonLatBox::maxLon).orElse(null));
    values.add(filter.bbox().map(LonLatBox::maxLat).orElse(null));
    values.add(words(filter.statuses()));
    values.add(any(filter.codes()));
    values.add(any(filter.names()));
    values.add(any(filter.origins()));
    values.add(any(filter.destinations()));
    values.add(any(filter.transit()));
    values.add(words(filter.borderWith()));
    values.add(filter.synthetic().orElse(null));
    values.add(filter.id().orElse(null));
    int index = 1;
    for (Object value : values) {
      if (value == null) {
        statement.setNull(index++, Types.NULL);
      } else {
        statement.setObject(index++, value);
      }
    }
    return index;
  }

  private @Nullable Array words(Collection<? extends Word> words) throws SQLException {
    return any(words.stream().map(Word::code).toList());
  }

  private @Nullable Array any(Collection<String> texts) throws SQLException {
    return texts.isEmpty() ? null : texts(texts);
  }

  private Array texts(Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static StoredRoute read(ResultSet row) throws SQLException {
    String with = row.getString("border_with");
    double km = row.getDouble("border_km");
    return new StoredRoute(
        row.getObject("id", UUID.class),
        content(row),
        row.getDouble("length_km"),
        Optional.ofNullable(with)
            .map(
                code ->
                    new StoredRoute.Meeting(Word.byCode(Neighbour.class, code).orElseThrow(), km)),
        row.getString("unit"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"),
        row.getInt("version"));
  }

  private static TraffickingRoute content(ResultSet row) throws SQLException {
    byte[] drawn = row.getBytes("drawn");
    Set<EvidenceKind> evidence = EnumSet.noneOf(EvidenceKind.class);
    for (Object code : (Object[]) row.getArray("evidence").getArray()) {
      Word.byCode(EvidenceKind.class, code.toString()).ifPresent(evidence::add);
    }
    return new TraffickingRoute(
        row.getString("code"),
        row.getString("name"),
        Word.byCode(RouteStatus.class, row.getString("status")).orElseThrow(),
        row.getString("origin"),
        List.of((String[]) row.getArray("transit").getArray()),
        row.getString("destination"),
        Wkb.lines(row.getBytes("geom")),
        drawn == null ? null : new Matching(Wkb.lines(drawn), row.getDouble("matched_share")),
        evidence,
        Set.copyOf(Arrays.asList((UUID[]) row.getArray("detections").getArray())),
        row.getBoolean("synthetic"));
  }
}
