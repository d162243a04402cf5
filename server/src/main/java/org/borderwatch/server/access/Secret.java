package org.borderwatch.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret that a client holds: a session's cookie or a token. Only its SHA-256 is stored;
 * 256 random bits need no slower hash.
 *
 * @param text as the client shows it
 */
public record Secret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** What every token begins with, so that a leaked one can be recognised. */
  private static final String TOKEN_PREFIX = "bw_";

  /** A new session's secret. */
  static Secret forSession() {
    return new Secret(random(BYTES));
  }

  /** A new token's secret. */
  static Secret forToken() {
    return new Secret(TOKEN_PREFIX + random(BYTES));
  }

  /** A one-time password: 20 characters, 120 random bits. */
  static String oneTimePassword() {
    return random(15);
  }

  /** What is stored of it: 32 bytes. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the secret itself. */
  @Override
  public String toString() {
    return "Secret[...]";
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
