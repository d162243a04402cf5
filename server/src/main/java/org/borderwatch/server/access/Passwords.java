package org.borderwatch.server.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.borderwatch.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords: Argon2id, 19 MiB, 2 passes, 1 lane (the OWASP Password Storage Cheat
 * Sheet's second choice). At most two at once, so that many sign-ins can't take all memory and both
 * cores; who waits too long is told to come again. Thread-safe.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int LENGTH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 2;
  private static final long WAIT_SECONDS = 10;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * Checked when there is no account, so that an unknown name takes as long as a wrong password.
   */
  private final String dummy = hash(Secret.oneTimePassword());

  /** The hash of {@code password} in PHC form, with a salt of its own. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Argon2Function argon2 =
        Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, LENGTH_BYTES, Argon2.ID);
    return inPlace(() -> argon2.hash(bytes(password), salt).getResult());
  }

  /** Whether {@code password} is the one of {@code hash}; always false, as slowly, without one. */
  public boolean matches(String password, @Nullable String hash) {
    String against = hash == null ? dummy : hash;
    boolean equal =
        inPlace(
            () ->
                Argon2Function.getInstanceFromHash(against)
                    .check(bytes(password), against.getBytes(StandardCharsets.UTF_8)));
    return equal && hash != null;
  }

  private <T> T inPlace(Supplier<T> work) {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ApiException.TooManyAttempts("Too many are signing in now; try again", 5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a password was checked", e);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /** Keyboards write ă and ạ in several ways; NFC makes them one. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
