package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** Accounts, for an admin. One-time passwords are shown once, in the answer that makes them. */
final class AccountEndpoints {
  private static final String ACCOUNTS = "/api/accounts";
  private static final String ACCOUNT = ACCOUNTS + "/{name}";

  private final Accounts accounts;

  AccountEndpoints(Accounts accounts) {
    this.accounts = accounts;
  }

  void addTo(RouteTable routes) {
    routes.get(
        ACCOUNTS, Permission.MANAGE_ACCOUNTS, QueryParameters.NONE, "All accounts", this::list);
    routes.post(
        ACCOUNTS,
        Permission.MANAGE_ACCOUNTS,
        QueryParameters.NONE,
        "Add an account; without a password a one-time password is made",
        this::add);
    routes.put(
        ACCOUNT,
        Permission.MANAGE_ACCOUNTS,
        QueryParameters.NONE,
        "Change an account's role, unit, password, or whether it may come in",
        this::change);
    routes.delete(
        ACCOUNT,
        Permission.MANAGE_ACCOUNTS,
        QueryParameters.NONE,
        "Remove an account; what it recorded stays",
        this::remove);
  }

  private void list(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Json.answer(
        ctx, Map.of("accounts", accounts.list().stream().map(AccountEndpoints::document).toList()));
  }

  private void add(Context ctx) {
    JsonForm form = JsonForm.read(ctx, "name", "role", "unit", "password");
    String name = form.text("name");
    Role role = form.role("role");
    String unit = form.text("unit");
    String password = form.optionalText("password").orElse(null);
    form.check();
    Optional<String> oneTime =
        accounts.add(name, role, unit, password, Principal.of(ctx).account());
    ctx.status(201).header("Location", ACCOUNTS + "/" + name);
    answer(ctx, name, oneTime);
  }

  private void change(Context ctx) {
    JsonForm form = JsonForm.read(ctx, "role", "unit", "disabled", "password", "resetPassword");
    String name = ctx.pathParam("name");
    Role role = form.role("role");
    String unit = form.text("unit");
    boolean disabled = form.truth("disabled", false);
    boolean reset = form.truth("resetPassword", false);
    Optional<String> password = form.optionalText("password");
    form.check();
    Optional<String> oneTime =
        reset && password.isEmpty() ? Optional.of(Secret.oneTimePassword()) : Optional.empty();
    accounts.change(name, role, unit, disabled, password.or(() -> oneTime).orElse(null));
    answer(ctx, name, oneTime);
  }

  private void remove(Context ctx) {
    accounts.remove(ctx.pathParam("name"));
    ctx.status(204);
  }

  private void answer(Context ctx, String name, Optional<String> oneTimePassword) {
    Map<String, Object> document = new LinkedHashMap<>();
    List<AccountSummary> all = accounts.list();
    all.stream()
        .filter(account -> account.name().equals(name))
        .findFirst()
        .ifPresent(account -> document.putAll(document(account)));
    oneTimePassword.ifPresent(password -> document.put("oneTimePassword", password));
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private static Map<String, Object> document(AccountSummary account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", account.name());
    document.put("role", account.role().code());
    document.put("unit", account.unit());
    document.put("hasPassword", account.hasPassword());
    document.put("passwordExpired", account.mustChange());
    document.put("disabled", account.disabled());
    document.put(
        "createdAt", Instant.ofEpochSecond(account.createdAt().getEpochSecond()).toString());
    document.put("createdBy", account.createdBy());
    return document;
  }
}
