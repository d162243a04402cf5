package org.borderwatch.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Inquiry;
import org.borderwatch.server.http.Route;
import org.borderwatch.server.http.RouteTable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts the parts of access together: the gate, its endpoints, the audit. */
public final class Access {
  private final Authentication gate;
  private final AuditTrail audit;
  private final UnknownPaths unknownPaths;
  private final SessionEndpoints sessionEndpoints;
  private final AccountEndpoints accountEndpoints;
  private final TokenEndpoints tokenEndpoints;

  /**
   * @param publicUrl as people reach the page, if that is set; HTTPS makes cookies secure
   * @param software version to show
   */
  public Access(Database database, @Nullable String publicUrl, String software, Clock clock) {
    Jdbi jdbi = database.promptJdbi();
    Inquiry inquiry = database.inquiry();
    AccountRepository repository = new AccountRepository(jdbi);
    SessionRepository sessions = new SessionRepository(jdbi);
    TokenRepository tokens = new TokenRepository(jdbi);
    Passwords passwords = new Passwords();
    AccountMemory memory = new AccountMemory(repository, inquiry, clock);
    RememberedPasswords remembered = new RememberedPasswords(clock);
    SessionCookie cookie = new SessionCookie(isHttps(publicUrl));
    PasswordSignIn signIn =
        new PasswordSignIn(
            repository, new KnownAddresses(jdbi), passwords, new SignInDelays(clock));
    Credentials credentials = new Credentials(memory, sessions, tokens, signIn, remembered, cookie);
    Accounts accounts =
        new Accounts(
            jdbi,
            passwords,
            name -> {
              memory.forget(name);
              remembered.forget(name);
            });
    this.gate = new Authentication(credentials, new SameOrigin(publicUrl), cookie, inquiry);
    this.audit = new AuditTrail(new AuditRepository(jdbi));
    this.unknownPaths = new UnknownPaths(credentials);
    this.sessionEndpoints =
        new SessionEndpoints(credentials, signIn, sessions, accounts, memory, cookie, software);
    this.accountEndpoints = new AccountEndpoints(accounts);
    this.tokenEndpoints = new TokenEndpoints(repository, tokens, memory);
  }

  /** Adds the routes of sessions, accounts and tokens. */
  public void addTo(RouteTable routes) {
    sessionEndpoints.addTo(routes);
    accountEndpoints.addTo(routes);
    tokenEndpoints.addTo(routes);
  }

  /** Asked before every route. */
  public BiConsumer<Context, Route> gate() {
    return gate;
  }

  /** Installs the audit and what unknown addresses answer. */
  public void install(RoutesConfig routes) {
    audit.install(routes);
    unknownPaths.install(routes);
  }

  private static boolean isHttps(@Nullable String publicUrl) {
    return publicUrl != null && publicUrl.startsWith("https:");
  }
}
