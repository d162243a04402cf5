package org.borderwatch.server.patrol.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.patrol.PlannedAreasRepository;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.roster.Assignment;
import org.jspecify.annotations.Nullable;

/** Rows of plans and of their versions. Every method works in the caller's transaction. */
public final class PlanRepository {
  private static final String LIST = SqlText.of(PlanRepository.class, "plan_list.sql");
  private static final String FIND = SqlText.of(PlanRepository.class, "plan_find.sql");
  private static final String VERSIONS = SqlText.of(PlanRepository.class, "plan_versions.sql");
  private static final String INSERT = SqlText.of(PlanRepository.class, "plan_insert.sql");
  private static final String NEXT = SqlText.of(PlanRepository.class, "version_insert.sql");

  private final Connection connection;

  public PlanRepository(Connection connection) {
    this.connection = connection;
  }

  /** One plan of a list, with the state of its newest version. */
  public record Line(
      UUID id,
      String name,
      java.time.LocalDate from,
      int days,
      int teams,
      boolean synthetic,
      int version,
      boolean approved,
      double expected,
      Instant modifiedAt,
      String modifiedBy,
      Optional<Instant> approvedAt,
      Optional<String> approvedBy) {}

  /** All plans, those touched last first. */
  public List<Line> list() throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setInt(1, PlanLimits.PLANS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getObject("id", UUID.class),
                  row.getString("name"),
                  row.getObject("first_day", java.time.LocalDate.class),
                  row.getInt("days"),
                  row.getInt("teams"),
                  row.getBoolean("synthetic"),
                  row.getInt("version"),
                  row.getString("kind").equals(PlanVersionKind.APPROVED.code()),
                  row.getDouble("expected"),
                  instant(row, "modified_at").orElseThrow(),
                  row.getString("modified_by"),
                  instant(row, "approved_at"),
                  Optional.ofNullable(row.getString("approved_by"))));
        }
      }
    }
    return lines;
  }

  /**
   * Stores a new plan with its first version; false when there are as many as may be.
   *
   * @param basis JSON object with {@code areas}, {@code summary} and {@code roster}
   */
  public boolean add(
      UUID id,
      String name,
      byte[] basis,
      PlannedAreas areas,
      List<Assignment> roster,
      double expected,
      String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, id);
      statement.setString(2, name);
      statement.setString(3, new String(basis, StandardCharsets.UTF_8));
      statement.setObject(4, areas.from());
      statement.setInt(5, areas.days());
      statement.setInt(6, areas.teams().size());
      statement.setBoolean(7, areas.synthetic());
      statement.setString(8, account);
      statement.setInt(9, PlanLimits.PLANS);
      if (statement.executeUpdate() == 0) {
        return false;
      }
    }
    addVersion(id, 1, PlanVersionKind.CREATED, roster, Optional.empty(), 0, expected, account);
    return true;
  }

  /**
   * Appends a version.
   *
   * @throws SQLException with state 23505 when somebody else was first, 23503 when the plan is gone
   */
  public void addVersion(
      UUID id,
      int version,
      PlanVersionKind kind,
      List<Assignment> roster,
      Optional<RosterChange> change,
      double price,
      double expected,
      String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setObject(1, id);
      statement.setInt(2, version);
      statement.setString(3, kind.code());
      statement.setString(4, text(roster.stream().map(PlanRepository::duty).toList()));
      if (change.isPresent()) {
        statement.setString(5, text(change(change.get(), price)));
      } else {
        statement.setNull(5, Types.VARCHAR);
      }
      statement.setDouble(6, expected);
      statement.setString(7, account);
      statement.executeUpdate();
    }
  }

  /** Deletes a plan with all its versions; false when it is gone already. */
  public boolean delete(UUID id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM plan WHERE id = ?")) {
      statement.setObject(1, id);
      return statement.executeUpdate() == 1;
    }
  }

  /** A plan in one of its versions, or in its newest; empty when there is none of that number. */
  public Optional<StoredPlan> find(UUID id, OptionalInt wanted) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, id);
      if (wanted.isPresent()) {
        statement.setInt(2, wanted.getAsInt());
      } else {
        statement.setNull(2, Types.INTEGER);
      }
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || (wanted.isPresent() && row.getInt("version") != wanted.getAsInt())) {
          return Optional.empty();
        }
        List<PlanVersion> history = history(id, row.getInt("version"));
        return Optional.of(stored(id, row, history));
      }
    }
  }

  private static StoredPlan stored(UUID id, ResultSet row, List<PlanVersion> history)
      throws SQLException {
    String text = row.getString("basis");
    Map<String, Object> basis = map(text);
    PlannedAreas areas =
        PlannedAreasRepository.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    JsonNode seed = Json.MAPPER.valueToTree(basis.get("roster"));
    PlanVersion newest = history.get(history.size() - 1);
    Optional<PlanVersion> approval = PlanVersion.newestApproval(history);
    Plan plan =
        new Plan(
            id,
            row.getString("name"),
            newest.version(),
            newest.kind() == PlanVersionKind.APPROVED,
            approval.map(PlanVersion::version),
            areas,
            roster(row.getString("roster")),
            seed.path("seed").asLong(),
            instant(row, "made_at").orElseThrow(),
            row.getString("made_by"),
            newest.at(),
            newest.by(),
            approval.map(PlanVersion::at),
            approval.map(PlanVersion::by));
    return new StoredPlan(plan, basis, history);
  }

  private List<PlanVersion> history(UUID id, int until) throws SQLException {
    List<PlanVersion> history = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
      statement.setObject(1, id);
      statement.setInt(2, until);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String change = row.getString("change");
          JsonNode told = change == null ? Json.MAPPER.nullNode() : Json.tree(change);
          history.add(
              new PlanVersion(
                  row.getInt("version"),
                  Word.byCode(PlanVersionKind.class, row.getString("kind")).orElseThrow(),
                  change == null ? Optional.empty() : Optional.of(change(told)),
                  told.path("price").asDouble(),
                  row.getDouble("expected"),
                  instant(row, "made_at").orElseThrow(),
                  row.getString("made_by")));
        }
      }
    }
    return history;
  }

  private static List<Assignment> roster(String json) {
    List<Assignment> roster = new ArrayList<>();
    for (JsonNode duty : Json.tree(json)) {
      roster.add(assignment(duty));
    }
    return roster;
  }

  private static Assignment assignment(JsonNode duty) {
    return new Assignment(
        duty.path("day").asInt(),
        duty.path("shift").asInt(),
        duty.path("team").asText(),
        duty.path("area").asText());
  }

  private static RosterChange change(JsonNode told) {
    return new RosterChange(
        told.path("day").asInt(),
        told.path("team").asText(),
        side(told.path("before")),
        side(told.path("after")));
  }

  private static Optional<Assignment> side(JsonNode side) {
    return side.isObject() ? Optional.of(assignment(side)) : Optional.empty();
  }

  private static Map<String, Object> duty(Assignment duty) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("day", duty.day());
    told.put("shift", duty.shift());
    told.put("team", duty.team());
    told.put("area", duty.area());
    return told;
  }

  private static Map<String, @Nullable Object> change(RosterChange change, double price) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("day", change.day());
    told.put("team", change.team());
    told.put("before", change.before().map(PlanRepository::duty).orElse(null));
    told.put("after", change.after().map(PlanRepository::duty).orElse(null));
    told.put("price", price);
    return told;
  }

  private static String text(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> map(String json) {
    try {
      return Json.MAPPER.readValue(
          json,
          Json.MAPPER
              .getTypeFactory()
              .constructMapType(LinkedHashMap.class, String.class, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan is stored that is not JSON", e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
