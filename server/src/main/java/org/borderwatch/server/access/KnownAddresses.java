package org.borderwatch.server.access;

import org.borderwatch.server.database.SqlText;
import org.jdbi.v3.core.Jdbi;

/** The addresses that an account signed in from: the newest 20 of the last 180 days. */
final class KnownAddresses {
  private static final int MOST = 20;
  private static final String REMEMBER = SqlText.of(KnownAddresses.class, "address-remember.sql");
  private static final String FORGET = SqlText.of(KnownAddresses.class, "address-forget.sql");

  private final Jdbi jdbi;

  KnownAddresses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  boolean knows(String account, String address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT FROM known_address"
                        + " WHERE account = :account AND address = :address)")
                .bind("account", account)
                .bind("address", address)
                .mapTo(Boolean.class)
                .one());
  }

  void remember(String account, String address) {
    jdbi.useTransaction(
        handle -> {
          handle.createUpdate(REMEMBER).bind("account", account).bind("address", address).execute();
          handle.createUpdate(FORGET).bind("account", account).bind("most", MOST).execute();
        });
  }
}
