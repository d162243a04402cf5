package org.borderwatch.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HTTP Basic sends the password with every request, and a GIS client sends many at once. A verified
 * one is remembered for 5 minutes under a hash with a key that only this process has, together with
 * the version of the account, so that any change to the account ends it. The same credential is
 * verified by one thread at a time. While the database is away, a remembered one goes on to read;
 * see {@link LastKnown}. Thread-safe.
 */
final class RememberedPasswords {
  private static final Duration TIME = Duration.ofMinutes(5);
  private static final int MOST = 1_000;
  private static final int LOCKS = 64;

  private final SecretKeySpec key;
  private final LastKnown<Verified> verified;
  private final Object[] locks = new Object[LOCKS];

  RememberedPasswords(Clock clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
    this.verified = new LastKnown<>(MOST, TIME, clock);
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** Which account, in which version, a credential was verified for. */
  record Verified(String account, int version) {}

  /** What is remembered of the credential, or else what {@code verify} says, then remembered. */
  Optional<Verified> find(
      String name, String password, boolean reading, Supplier<Optional<Verified>> verify) {
    String fingerprint = fingerprint(name, password);
    Optional<Verified> known = verified.fresh(fingerprint);
    if (known.isPresent()) {
      return known;
    }
    synchronized (locks[Math.floorMod(fingerprint.hashCode(), LOCKS)]) {
      return verified.find(fingerprint, reading, verify);
    }
  }

  void forget(String account) {
    verified.forget(one -> one.account().equals(account));
  }

  private String fingerprint(String name, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
