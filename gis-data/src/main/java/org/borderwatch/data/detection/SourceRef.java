package org.borderwatch.data.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The reference of a detection in its source: checked when given, made from the content when not.
 */
public final class SourceRef {
  static final int LONGEST = 64;
  private static final String MADE = "auto:";
  private static final char[] BASE_32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(
          () -> {
            try {
              return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
              throw new IllegalStateException("every Java platform has SHA-256", e);
            }
          });

  private SourceRef() {}

  /** Whether {@code ref} is {@code [A-Za-z0-9._:/-]{1,64}}. */
  public static boolean valid(String ref) {
    if (ref.isEmpty() || ref.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < ref.length(); i++) {
      char c = ref.charAt(i);
      boolean letterOrDigit =
          (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && "._:/-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The reference of the first row with this content: 128 bits of a SHA-256 over the values, so the
   * order of rows and the form of a file do not matter. See {@link #occurrence}.
   */
  public static String made(String content) {
    byte[] hash = SHA_256.get().digest(content.getBytes(StandardCharsets.UTF_8));
    StringBuilder ref = new StringBuilder(MADE.length() + 28).append(MADE);
    long bits = 0;
    int held = 0;
    for (int i = 0; i < 16; i++) {
      bits = bits << 8 | (hash[i] & 0xff);
      for (held += 8; held >= 5; held -= 5) {
        ref.append(BASE_32[(int) (bits >> (held - 5)) & 31]);
      }
    }
    return ref.append(BASE_32[(int) (bits << (5 - held)) & 31]).append("-1").toString();
  }

  /**
   * The reference of the {@code number}th row with the same content as the one {@code first}
   * belongs to.
   */
  public static String occurrence(String first, int number) {
    return first.substring(0, first.length() - 1) + number;
  }
}
