package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.borderwatch.server.access.TokenRepository.Token;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens of an account, for an admin. A token is shown once, in the answer that makes it.
 */
final class TokenEndpoints {
  private static final String TOKENS = "/api/accounts/{name}/tokens";
  private static final int STANDARD_DAYS = 365;
  private static final int MOST_DAYS = 1826;
  private static final int LONGEST_LABEL = 80;

  private final AccountRepository accounts;
  private final TokenRepository tokens;
  private final AccountMemory memory;

  TokenEndpoints(AccountRepository accounts, TokenRepository tokens, AccountMemory memory) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.memory = memory;
  }

  void addTo(RouteTable routes) {
    routes.get(
        TOKENS,
        Permission.MANAGE_ACCOUNTS,
        QueryParameters.NONE,
        "The tokens of an account, without their secrets",
        this::list);
    routes.post(
        TOKENS, Permission.MANAGE_ACCOUNTS, QueryParameters.NONE, "Make a token", this::add);
    routes.delete(
        TOKENS,
        Permission.MANAGE_ACCOUNTS,
        QueryParameters.of("id"),
        "End a token, or without an id all tokens of the account",
        this::remove);
  }

  private void list(Context ctx) {
    String name = existing(ctx);
    ctx.header("Cache-Control", "no-store");
    Json.answer(
        ctx, Map.of("tokens", tokens.list(name).stream().map(TokenEndpoints::document).toList()));
  }

  private void add(Context ctx) {
    JsonForm form = JsonForm.read(ctx, "label", "days");
    String label = form.text("label").strip();
    int days = form.number("days", STANDARD_DAYS, 1, MOST_DAYS);
    form.check();
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      throw new ApiException.BadBody("label: take 1 to 80 characters that say where it is used");
    }
    String name = existing(ctx);
    Secret secret = Secret.forToken();
    Token token = tokens.add(name, label, secret, days, Principal.of(ctx).account());
    Map<String, Object> document = document(token);
    document.put("token", secret.text());
    ctx.status(201).header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private void remove(Context ctx) {
    String name = existing(ctx);
    String id = ctx.queryParam("id");
    if (id == null) {
      tokens.list(name).forEach(token -> tokens.remove(name, token.id()));
    } else if (!tokens.remove(name, uuid(id))) {
      throw new ApiException.NotFound(name + " has no such token");
    }
    memory.forget(name);
    ctx.status(204);
  }

  private String existing(Context ctx) {
    String name = ctx.pathParam("name");
    return accounts
        .find(name)
        .map(Account::name)
        .orElseThrow(() -> new ApiException.NotFound("There is no account " + name));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ApiException.BadParameter("id", "id is not a UUID");
    }
  }

  private static Map<String, Object> document(Token token) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", token.id().toString());
    document.put("label", token.label());
    document.put("createdAt", text(token.createdAt()));
    document.put("createdBy", token.createdBy());
    document.put("expiresAt", text(token.expiresAt()));
    document.put("usedAt", text(token.usedAt()));
    return document;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : Instant.ofEpochSecond(time.getEpochSecond()).toString();
  }
}
