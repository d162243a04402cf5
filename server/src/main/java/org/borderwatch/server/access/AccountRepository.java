package org.borderwatch.server.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.server.database.SqlText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Accounts as they are stored. The rules stand in {@link Accounts}. */
public final class AccountRepository {
  private static final String READ = sql("account-read.sql");
  private static final String LIST = sql("account-list.sql");
  private static final String ADD = sql("account-add.sql");
  private static final String CHANGE = sql("account-change.sql");
  private static final String PASSWORD = sql("account-password.sql");
  private static final String ADMINS = sql("admins-locked.sql");

  private final Jdbi jdbi;

  public AccountRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Account> find(String name) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(READ).bind("name", name).map((row, ctx) -> account(row)).findOne());
  }

  public List<AccountSummary> list() {
    return jdbi.withHandle(
        handle -> handle.createQuery(LIST).map((row, ctx) -> summary(row)).list());
  }

  public boolean isEmpty() {
    return jdbi.withHandle(
        handle ->
            !handle.createQuery("SELECT EXISTS (SELECT FROM account)").mapTo(Boolean.class).one());
  }

  boolean unitExists(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM unit WHERE code = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one());
  }

  /** The root of the units, which the first account belongs to; layers may rename it later. */
  void ensureUnit(String code, String nameVi, String nameEn) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO unit (code, name_vi, name_en, kind)"
                        + " VALUES (:code, :vi, :en, 'command') ON CONFLICT DO NOTHING")
                .bind("code", code)
                .bind("vi", nameVi)
                .bind("en", nameEn)
                .execute());
  }

  /** Adds an account; false when the name is taken. */
  boolean add(
      String name, Role role, String unit, @Nullable String hash, boolean mustChange, String by) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(ADD)
                    .bind("name", name)
                    .bind("role", role.code())
                    .bind("unit", unit)
                    .bind("hash", hash)
                    .bind("mustChange", mustChange)
                    .bind("by", by)
                    .execute()
                == 1);
  }

  /** In {@code handle}'s transaction; false when there is no such account. */
  boolean change(Handle handle, String name, Role role, String unit, boolean disabled) {
    return handle
            .createUpdate(CHANGE)
            .bind("name", name)
            .bind("role", role.code())
            .bind("unit", unit)
            .bind("disabled", disabled)
            .execute()
        == 1;
  }

  /** In {@code handle}'s transaction; false when there is no such account. */
  boolean changePassword(Handle handle, String name, String hash, boolean mustChange) {
    return handle
            .createUpdate(PASSWORD)
            .bind("name", name)
            .bind("hash", hash)
            .bind("mustChange", mustChange)
            .execute()
        == 1;
  }

  /** In {@code handle}'s transaction; false when there is no such account. */
  boolean remove(Handle handle, String name) {
    return handle
            .createUpdate("DELETE FROM account WHERE name = :name")
            .bind("name", name)
            .execute()
        == 1;
  }

  /** The admins that can come in, held until {@code handle}'s transaction ends. */
  List<String> lockAdmins(Handle handle) {
    return handle.createQuery(ADMINS).mapTo(String.class).list();
  }

  private static Account account(ResultSet row) throws SQLException {
    Array units = row.getArray("units");
    return new Account(
        row.getString("name"),
        role(row),
        row.getString("unit"),
        row.getString("name_vi"),
        row.getString("name_en"),
        Set.of((String[]) units.getArray()),
        row.getString("password_hash"),
        row.getBoolean("must_change"),
        row.getBoolean("disabled"),
        row.getInt("version"));
  }

  private static AccountSummary summary(ResultSet row) throws SQLException {
    return new AccountSummary(
        row.getString("name"),
        role(row),
        row.getString("unit"),
        row.getBoolean("has_password"),
        row.getBoolean("must_change"),
        row.getBoolean("disabled"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"));
  }

  private static Role role(ResultSet row) throws SQLException {
    String code = row.getString("role");
    return Word.byCode(Role.class, code)
        .orElseThrow(() -> new IllegalStateException("unknown role in the database: " + code));
  }

  private static String sql(String file) {
    return SqlText.of(AccountRepository.class, file);
  }
}
