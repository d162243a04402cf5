package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.access.PasswordSignIn.Attempt;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.jspecify.annotations.Nullable;

/** Signing in at the page, signing out, and one's own password. */
final class SessionEndpoints {
  private final Credentials credentials;
  private final PasswordSignIn passwords;
  private final SessionRepository sessions;
  private final Accounts accounts;
  private final AccountMemory memory;
  private final SessionCookie cookie;
  private final String software;

  SessionEndpoints(
      Credentials credentials,
      PasswordSignIn passwords,
      SessionRepository sessions,
      Accounts accounts,
      AccountMemory memory,
      SessionCookie cookie,
      String software) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.sessions = sessions;
    this.accounts = accounts;
    this.memory = memory;
    this.cookie = cookie;
    this.software = software;
  }

  void addTo(RouteTable routes) {
    routes.get(
        "/api/session", Permission.NOBODY, QueryParameters.NONE, "Who is signed in", this::show);
    routes.post("/api/session", Permission.NOBODY, QueryParameters.NONE, "Sign in", this::signIn);
    routes.delete(
        "/api/session", Permission.SIGNED_IN, QueryParameters.NONE, "Sign out", this::signOut);
    routes.post(
        "/api/session/password",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "Take a new password; every other session of the account ends",
        this::changePassword);
  }

  private void show(Context ctx) {
    answer(ctx, credentials.find(ctx).map(Credential::account).orElse(null));
  }

  private void signIn(Context ctx) {
    JsonForm form = JsonForm.read(ctx, "account", "password");
    String name = form.text("account").strip();
    String password = form.text("password");
    form.check();
    Attempt attempt = passwords.attempt(name, password, ClientAddress.of(ctx));
    Optional<Account> entered = attempt.entered();
    if (entered.isEmpty()) {
      AuditMark.failedSignIn(ctx, CredentialKind.SESSION, attempt.account());
      throw new ApiException.NotSignedIn("The account or the password is wrong", Map.of());
    }
    // A session that was there before, perhaps put there by somebody else, is never taken over.
    cookie.read(ctx).ifPresent(this::end);
    cookie.write(ctx, sessions.begin(entered.get().name()));
    AuditMark.signIn(ctx, entered.get());
    answer(ctx, entered.get());
  }

  private void signOut(Context ctx) {
    cookie.read(ctx).ifPresent(this::end);
    cookie.remove(ctx);
    ctx.status(204);
  }

  private void changePassword(Context ctx) {
    Account account = Credential.of(ctx).orElseThrow().account();
    if (account.role() == Role.DEVICE) {
      throw new ApiException.NotAllowed("A device has no password");
    }
    JsonForm form = JsonForm.read(ctx, "old", "new");
    String old = form.text("old");
    String wanted = form.text("new");
    form.check();
    if (!passwords.attempt(account.name(), old, ClientAddress.of(ctx)).right()) {
      AuditMark.failedSignIn(ctx, CredentialKind.SESSION, account);
      throw new ApiException.BadBody("The old password is wrong; nothing was changed");
    }
    Secret session = accounts.changeOwnPassword(account, wanted);
    if (cookie.read(ctx).isPresent()) {
      cookie.write(ctx, session);
    }
    ctx.status(204);
  }

  private void end(Secret secret) {
    byte[] hash = secret.hash();
    Optional<String> account = sessions.accountOf(hash);
    sessions.end(hash);
    // Forgotten after its end, or a request in between would be remembered.
    account.ifPresent(memory::forget);
  }

  private void answer(Context ctx, @Nullable Account account) {
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, account == null ? Map.of("signedIn", false) : document(account));
  }

  private Map<String, Object> document(Account account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("signedIn", true);
    document.put("account", account.name());
    document.put("role", account.role().code());
    Map<String, String> unit = new LinkedHashMap<>();
    unit.put("code", account.unit());
    unit.put("nameVi", account.unitNameVi());
    unit.put("nameEn", account.unitNameEn());
    document.put("unit", unit);
    document.put(
        "permissions",
        account.role().permissions().stream()
            .filter(permission -> permission != Permission.NOBODY)
            .map(Permission::code)
            .toList());
    document.put("passwordExpired", account.mustChange());
    document.put("software", software);
    return document;
  }
}
