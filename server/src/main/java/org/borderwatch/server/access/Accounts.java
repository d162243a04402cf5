package org.borderwatch.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.FieldError;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The rules of accounts: names, units, passwords, and that one admin always can come in. For the
 * page and the command line alike; whatever breaks a rule is an {@link ApiException}.
 */
public final class Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  private final Jdbi jdbi;
  private final AccountRepository repository;
  private final SessionRepository sessions;
  private final Passwords passwords;
  private final Consumer<String> changed;

  /**
   * @param changed is told the name of each account that changes, to drop what is remembered of it
   */
  Accounts(Jdbi jdbi, Passwords passwords, Consumer<String> changed) {
    this.jdbi = jdbi;
    this.repository = new AccountRepository(jdbi);
    this.sessions = new SessionRepository(jdbi);
    this.passwords = passwords;
    this.changed = changed;
  }

  /** For a command beside the server, which remembers nothing. */
  public Accounts(Jdbi jdbi) {
    this(jdbi, new Passwords(), name -> {});
  }

  public List<AccountSummary> list() {
    return repository.list();
  }

  /**
   * Adds an account.
   *
   * @param password null: a one-time password is made, and none for a device
   * @param by who adds it
   * @return the one-time password, if one was made
   */
  public Optional<String> add(
      String name, Role role, String unit, @Nullable String password, String by) {
    checkName(name);
    checkUnit(unit);
    Optional<String> oneTime =
        password == null && role != Role.DEVICE
            ? Optional.of(Secret.oneTimePassword())
            : Optional.empty();
    String hash = oneTime.map(passwords::hash).orElse(null);
    if (password != null) {
      checkPassword("password", name, role, password);
      hash = passwords.hash(password);
    }
    // Whoever makes the account knows the password, until its owner takes another.
    if (!repository.add(name, role, unit, hash, hash != null, by)) {
      throw new ApiException.Conflict(
          "There is an account " + name + " already; take another name", Map.of("name", name));
    }
    return oneTime;
  }

  /**
   * Adds the first admin.
   *
   * @param password known to its owner only; null: a one-time password is made
   */
  Optional<String> addFirst(String name, String unit, @Nullable String password) {
    if (password == null) {
      return add(name, Role.ADMIN, unit, null, name);
    }
    checkPassword("password", name, Role.ADMIN, password);
    repository.add(name, Role.ADMIN, unit, passwords.hash(password), false, name);
    return Optional.empty();
  }

  /**
   * Changes what an account is for, and its password if one is given; all of it or nothing. Refused
   * when no admin could come in afterwards.
   *
   * @param password which the owner has to replace; null: it stays as it is
   */
  public void change(
      String name, Role role, String unit, boolean disabled, @Nullable String password) {
    checkUnit(unit);
    if (password != null) {
      checkPassword("password", name, role, password);
    }
    String hash = password == null ? null : passwords.hash(password);
    boolean staysAdmin = role == Role.ADMIN && !disabled;
    inTransaction(
        name,
        handle -> {
          if (!staysAdmin) {
            keepAnAdmin(handle, name);
          }
          if (disabled || role == Role.DEVICE) {
            sessions.endAll(handle, name);
          }
          return repository.change(handle, name, role, unit, disabled)
              && (hash == null || replacePassword(handle, name, hash));
        });
  }

  /** Removes an account, its sessions and tokens. What it recorded stays. */
  public void remove(String name) {
    inTransaction(
        name,
        handle -> {
          keepAnAdmin(handle, name);
          return repository.remove(handle, name);
        });
  }

  /** Sets a password for somebody else and ends all sessions; the owner has to replace it. */
  public void setPassword(String name, String password) {
    Account account = repository.find(name).orElseThrow(() -> unknown(name));
    checkPassword("password", name, account.role(), password);
    String hash = passwords.hash(password);
    inTransaction(name, handle -> replacePassword(handle, name, hash));
  }

  /** Makes a one-time password for somebody else, and ends all sessions. */
  public String resetPassword(String name) {
    String oneTime = Secret.oneTimePassword();
    setPassword(name, oneTime);
    return oneTime;
  }

  /** The owner takes a new password: all sessions end, and one begins. */
  Secret changeOwnPassword(Account account, String password) {
    checkPassword("new", account.name(), account.role(), password);
    String hash = passwords.hash(password);
    Secret session =
        jdbi.inTransaction(
            handle -> {
              repository.changePassword(handle, account.name(), hash, false);
              return sessions.beginOnly(handle, account.name());
            });
    changed.accept(account.name());
    return session;
  }

  private boolean replacePassword(Handle handle, String name, String hash) {
    sessions.endAll(handle, name);
    return repository.changePassword(handle, name, hash, true);
  }

  private void inTransaction(String name, Predicate<Handle> work) {
    boolean found = jdbi.inTransaction(work::test);
    changed.accept(name);
    if (!found) {
      throw unknown(name);
    }
  }

  private void keepAnAdmin(Handle handle, String leaving) {
    List<String> admins = repository.lockAdmins(handle);
    if (admins.equals(List.of(leaving))) {
      throw new ApiException.Conflict(
          leaving + " is the last admin; make another account admin first",
          Map.of("name", leaving));
    }
  }

  private void checkUnit(String unit) {
    if (!repository.unitExists(unit)) {
      throw refused(
          new FieldError(
              "unit",
              "no unit has the code " + unit,
              "take a code such as VN or VN-09",
              "không có đơn vị mang mã " + unit,
              "hãy dùng mã như VN hoặc VN-09"));
    }
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw refused(
          new FieldError(
              "name",
              "is not a name for an account",
              "take 2 to 40 of a-z, 0-9, dot, hyphen and underscore, a letter first",
              "không dùng làm tên tài khoản được",
              "hãy dùng 2 đến 40 ký tự a-z, 0-9, chấm, gạch nối, gạch dưới; chữ cái đứng đầu"));
    }
  }

  private static void checkPassword(String field, String name, Role role, String password) {
    if (role == Role.DEVICE) {
      throw refused(
          new FieldError(
              field,
              "a device has no password",
              "make a token for it",
              "thiết bị không có mật khẩu",
              "hãy tạo mã truy cập cho thiết bị"));
    }
    PasswordRules.problem(field, name, password)
        .ifPresent(
            problem -> {
              throw refused(problem);
            });
  }

  private static ApiException refused(FieldError error) {
    return new ApiException.BadBody(
        error.field() + ": " + error.reason() + "; " + error.remedy(), List.of(error));
  }

  private static ApiException unknown(String name) {
    return new ApiException.NotFound("There is no account " + name);
  }
}
