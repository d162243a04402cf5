package org.borderwatch.server.patrol.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.http.ApiException.Conflict;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.Team;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What is stored of the days and places of a plan. Thread-safe. */
final class WalkedRepository {
  private static final String TRACKS = SqlText.of(WalkedRepository.class, "walked_tracks.sql");
  private static final String SEEN = SqlText.of(WalkedRepository.class, "seen_by_patrols.sql");
  private static final String KNOWN = SqlText.of(WalkedRepository.class, "known_until.sql");
  private static final int MOST_TRACKS = 50_000;

  private final Database database;

  WalkedRepository(Database database) {
    this.database = database;
  }

  /** Compares a plan with what is stored at {@code now}; synthetic with synthetic only. */
  Walked compare(Plan plan, Instant now) throws SQLException {
    PlannedAreas areas = plan.areas();
    List<DutyTime> times = plan.roster().stream().map(duty -> DutyTime.of(areas, duty)).toList();
    Instant from = times.stream().map(DutyTime::from).min(Instant::compareTo).orElse(now);
    Instant until = times.stream().map(DutyTime::until).max(Instant::compareTo).orElse(now);
    Envelope box = new Envelope();
    for (PatrolArea area : areas.areas()) {
      box.expandToInclude(area.shape().getEnvelopeInternal());
    }
    try (Connection connection = database.connection()) {
      Instant told = knownUntil(connection, plan.synthetic());
      Instant known = told.isBefore(now) ? told : now;
      return Walked.of(
          areas,
          plan.roster(),
          tracks(connection, areas, from, until, box),
          groups(connection, plan.synthetic(), from, until, box),
          known);
    }
  }

  private static Instant knownUntil(Connection connection, boolean synthetic) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setBoolean(1, synthetic);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
        return at == null ? Instant.EPOCH : at.toInstant();
      }
    }
  }

  private static List<WalkedTrack> tracks(
      Connection connection, PlannedAreas areas, Instant from, Instant until, Envelope box)
      throws SQLException {
    List<WalkedTrack> tracks = new ArrayList<>();
    Object[] stations = areas.teams().stream().map(Team::station).distinct().toArray();
    try (PreparedStatement statement = connection.prepareStatement(TRACKS)) {
      statement.setBoolean(1, areas.synthetic());
      statement.setObject(2, at(until));
      statement.setObject(3, at(from));
      statement.setObject(4, at(from));
      statement.setArray(5, connection.createArrayOf("text", stations));
      statement.setArray(6, connection.createArrayOf("text", stations));
      bind(statement, 7, box);
      statement.setInt(11, MOST_TRACKS + 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tracks.add(
              new WalkedTrack(
                  row.getString("station"),
                  row.getString("team"),
                  legs(
                      row.getBytes("lines"),
                      (Integer[]) row.getArray("seconds").getArray(),
                      row.getDouble("started"))));
        }
      }
    }
    if (tracks.size() > MOST_TRACKS) {
      throw new Conflict(
          "Có hơn %d vệt tuần tra trong kỳ, không so sánh được. / More than %d tracks fall into the plan, too many to compare."
              .formatted(MOST_TRACKS, MOST_TRACKS),
          Map.of());
    }
    return tracks;
  }

  private static List<WalkedTrack.Leg> legs(byte[] lines, Integer[] seconds, double started) {
    List<WalkedTrack.Leg> legs = new ArrayList<>();
    int next = 0;
    Geometry geometry = geometry(lines);
    for (int part = 0; part < geometry.getNumGeometries(); part++) {
      Coordinate[] line = geometry.getGeometryN(part).getCoordinates();
      double[] metres = new double[2 * line.length];
      double[] at = new double[line.length];
      for (int i = 0; i < line.length; i++) {
        UtmZone.VIET_NAM.metres(line[i].x, line[i].y, metres, 2 * i);
        at[i] = started + seconds[next++];
      }
      legs.add(new WalkedTrack.Leg(metres, at));
    }
    return legs;
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException broken) {
      throw new IllegalStateException("a track is stored with a broken line", broken);
    }
  }

  private static List<SeenGroup> groups(
      Connection connection, boolean synthetic, Instant from, Instant until, Envelope box)
      throws SQLException {
    List<SeenGroup> groups = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SEEN)) {
      statement.setBoolean(1, synthetic);
      statement.setObject(2, at(from));
      statement.setObject(3, at(until));
      bind(statement, 4, box);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          UtmZone.Metres at = UtmZone.VIET_NAM.metres(row.getDouble("lon"), row.getDouble("lat"));
          groups.add(
              new SeenGroup(row.getDouble("at"), at.east(), at.north(), row.getInt("persons")));
        }
      }
    }
    return groups;
  }

  private static void bind(PreparedStatement statement, int next, Envelope box)
      throws SQLException {
    statement.setDouble(next, box.getMinX());
    statement.setDouble(next + 1, box.getMinY());
    statement.setDouble(next + 2, box.getMaxX());
    statement.setDouble(next + 3, box.getMaxY());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
