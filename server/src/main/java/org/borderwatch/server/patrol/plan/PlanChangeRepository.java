package org.borderwatch.server.patrol.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException.Conflict;
import org.borderwatch.server.http.ApiException.Impossible;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.ApiException.Stale;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.patrol.roster.Assignment;
import org.borderwatch.server.patrol.roster.RosterWorth;
import org.borderwatch.server.patrol.roster.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Plans read, and changed each in a transaction of its own that appends one version. Of two who
 * change the same version the later one is told that it is stale. Thread-safe.
 */
final class PlanChangeRepository {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String NO_PARENT = "23503";
  private static final String APPROVED = "23001";

  private final Database database;

  PlanChangeRepository(Database database) {
    this.database = database;
  }

  List<PlanRepository.Line> list() throws SQLException {
    try (Connection connection = database.connection()) {
      return new PlanRepository(connection).list();
    }
  }

  /** A plan in one of its versions, or the newest. */
  StoredPlan read(UUID id, OptionalInt version) throws SQLException {
    try (Connection connection = database.connection()) {
      return new PlanRepository(connection).find(id, version).orElseThrow(() -> missing(id));
    }
  }

  /** Stores a new plan. */
  StoredPlan add(String account, String name, PlanOfJobsRepository.Made made) throws SQLException {
    UUID id = UUID.randomUUID();
    return inTransaction(
        id,
        plans -> {
          double expected = RosterWorth.of(made.areas(), made.roster()).expected();
          if (!plans.add(id, name, made.basis(), made.areas(), made.roster(), expected, account)) {
            throw new Conflict(
                "Đã có "
                    + PlanLimits.PLANS
                    + " phương án; hãy xóa những bản nháp không còn dùng. / There are "
                    + PlanLimits.PLANS
                    + " plans, the most that are kept; delete drafts that are no longer needed.",
                Map.of());
          }
          return plans.find(id, OptionalInt.empty()).orElseThrow();
        });
  }

  /** Gives a team another duty on a day, or rest; refused with the reasons where it can't be. */
  StoredPlan change(
      String account, UUID id, String ifMatch, int day, String team, Optional<Assignment> after)
      throws SQLException {
    return inTransaction(
        id,
        plans -> {
          Plan plan = current(plans, id, ifMatch, PlanLimits.VERSIONS - 1).plan();
          RosterChange change = RosterChange.of(plan.roster(), day, team, after);
          ChangePrice price = ChangePrice.of(plan.areas(), plan.roster(), change);
          requirePossible(change, price.reasons());
          plans.addVersion(
              id,
              plan.version() + 1,
              PlanVersionKind.CHANGED,
              change.on(plan.roster()),
              Optional.of(change),
              price.price(),
              price.after().expected(),
              account);
          return plans.find(id, OptionalInt.empty()).orElseThrow();
        });
  }

  /** Takes back the newest change that still holds. */
  StoredPlan undo(String account, UUID id, String ifMatch) throws SQLException {
    return inTransaction(
        id,
        plans -> {
          StoredPlan stored = current(plans, id, ifMatch, PlanLimits.VERSIONS - 1);
          Plan plan = stored.plan();
          List<PlanVersion> changes = PlanVersion.inForce(stored.history());
          if (changes.isEmpty()) {
            throw new Conflict(
                "Không còn thay đổi nào để hoàn tác. / There is no change left to be undone.",
                Map.of());
          }
          PlanVersion newest = changes.get(changes.size() - 1);
          List<Assignment> roster = newest.change().orElseThrow().undone().on(plan.roster());
          plans.addVersion(
              id,
              plan.version() + 1,
              PlanVersionKind.UNDONE,
              roster,
              newest.change(),
              newest.price(),
              RosterWorth.of(plan.areas(), roster).expected(),
              account);
          return plans.find(id, OptionalInt.empty()).orElseThrow();
        });
  }

  /** Appends a version with the same roster that never changes and is the order that holds. */
  StoredPlan approve(String account, UUID id, String ifMatch) throws SQLException {
    return inTransaction(
        id,
        plans -> {
          Plan plan = current(plans, id, ifMatch, PlanLimits.VERSIONS).plan();
          if (plan.approved()) {
            throw new Conflict(
                "Phiên bản này đã được duyệt. / This version is approved already.", Map.of());
          }
          plans.addVersion(
              id,
              plan.version() + 1,
              PlanVersionKind.APPROVED,
              plan.roster(),
              Optional.empty(),
              0,
              RosterWorth.of(plan.areas(), plan.roster()).expected(),
              account);
          return plans.find(id, OptionalInt.empty()).orElseThrow();
        });
  }

  /** Deletes a plan of which no version was approved. */
  void delete(UUID id, String ifMatch) throws SQLException {
    inTransaction(
        id,
        plans -> {
          StoredPlan stored = current(plans, id, ifMatch, Integer.MAX_VALUE);
          if (stored.plan().approvedVersion().isPresent()) {
            throw approved();
          }
          if (!plans.delete(id)) {
            throw missing(id);
          }
          return stored;
        });
  }

  private static StoredPlan current(PlanRepository plans, UUID id, String ifMatch, int mostVersions)
      throws SQLException {
    StoredPlan stored = plans.find(id, OptionalInt.empty()).orElseThrow(() -> missing(id));
    int version = stored.plan().version();
    if (!EntityTag.ofVersion(version).isNamedBy(ifMatch)) {
      throw stale();
    }
    if (version >= mostVersions) {
      throw new Conflict(
          "Phương án đã có %d phiên bản, không thêm được nữa; hãy lập phương án mới. / The plan has %d versions, and no more fit; make a new one."
              .formatted(version, version),
          Map.of());
    }
    return stored;
  }

  private static void requirePossible(RosterChange change, List<Violation> reasons) {
    if (change.isNothing()) {
      throw new Conflict(
          "Tổ %s đã có đúng nhiệm vụ đó trong ngày %d. / Team %s has that very duty on day %d."
              .formatted(change.team(), change.day(), change.team(), change.day()),
          Map.of());
    }
    if (!reasons.isEmpty()) {
      throw new Impossible(
          reasons.get(0).vi() + ". / " + reasons.get(0).en() + ".",
          Map.of("reasons", reasons(reasons)));
    }
  }

  /** Reasons as an answer tells them. */
  static List<Map<String, Object>> reasons(List<Violation> reasons) {
    return reasons.stream()
        .map(
            reason -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("day", reason.day());
              told.put("team", reason.team());
              told.put("vi", reason.vi());
              told.put("en", reason.en());
              return told;
            })
        .toList();
  }

  private static NotFound missing(UUID id) {
    return new NotFound(
        "Không có phương án %s, hoặc không có phiên bản đó. / There is no plan %s, or not that version of it."
            .formatted(id, id));
  }

  private static Stale stale() {
    return new Stale(
        "Người khác đã thay đổi hoặc xóa phương án từ khi bạn mở; hãy tải lại. / It was changed or deleted since it was read; read it again.");
  }

  private static Conflict approved() {
    return new Conflict(
        "Phương án đã được duyệt nên không xóa được. / It was approved, and what was approved stays.",
        Map.of());
  }

  private interface Work {
    StoredPlan on(PlanRepository plans) throws Exception;
  }

  private StoredPlan inTransaction(UUID id, Work work) throws SQLException {
    try (Connection connection = database.promptConnection()) {
      connection.setAutoCommit(false);
      try {
        StoredPlan result = work.on(new PlanRepository(connection));
        connection.commit();
        return result;
      } catch (Exception failed) {
        Undo.on(connection);
        throw told(id, failed);
      }
    }
  }

  /** What the database refused, as the caller has to know it. */
  private static RuntimeException told(UUID id, Exception failed) throws SQLException {
    @Nullable String state = failed instanceof SQLException sql ? sql.getSQLState() : "";
    if (UNIQUE_VIOLATION.equals(state)) {
      return stale();
    }
    if (NO_PARENT.equals(state)) {
      return missing(id);
    }
    if (APPROVED.equals(state)) {
      return approved();
    }
    if (failed instanceof SQLException sql) {
      throw sql;
    }
    return failed instanceof RuntimeException ours ? ours : new IllegalStateException(failed);
  }
}
