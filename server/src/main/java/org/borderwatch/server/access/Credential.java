package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.util.Optional;

/** Who asks in a request, and how that was shown. */
record Credential(CredentialKind kind, Account account) {
  private static final String ATTRIBUTE = Credential.class.getName();

  static Optional<Credential> of(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  /** Remembers that this credential was verified for {@code ctx}. */
  void enter(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
    account.principal().enter(ctx);
  }
}
