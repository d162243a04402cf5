package org.borderwatch.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.borderwatch.server.http.ApiException.FieldError;

/**
 * Which passwords are taken: 10 to 200 characters, none of the common ones, not the account's name
 * with something around it, not a few characters over and over. No rule about kinds of characters.
 */
public final class PasswordRules {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** What is wrong with {@code password} for {@code account}; empty when it is taken. */
  public static Optional<FieldError> problem(String field, String account, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return refuse(
          field,
          "has " + length + " characters",
          "take 10 to 200; some words in a row are easy to remember",
          "có " + length + " ký tự",
          "hãy dùng từ 10 đến 200 ký tự; vài từ liền nhau thì dễ nhớ");
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return refuse(
          field,
          "is a few characters over and over",
          "take at least 5 different ones",
          "chỉ lặp lại vài ký tự",
          "hãy dùng ít nhất 5 ký tự khác nhau");
    }
    String bare = bare(password);
    if (COMMON.contains(bare) || COMMON.contains(withoutTail(bare))) {
      return refuse(
          field,
          "is one of the first that are tried",
          "take one that nobody else has",
          "nằm trong số mật khẩu hay bị thử đầu tiên",
          "hãy chọn mật khẩu không ai khác dùng");
    }
    if (withoutTail(bare).equals(withoutTail(bare(account)))) {
      return refuse(
          field,
          "is the account's name with digits",
          "take one that the name doesn't tell",
          "là tên tài khoản thêm chữ số",
          "hãy chọn mật khẩu không suy ra được từ tên");
    }
    return Optional.empty();
  }

  private static Optional<FieldError> refuse(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {
    return Optional.of(new FieldError(field, reason, remedy, reasonVi, remedyVi));
  }

  /** Lower case, letters and digits only: what a guesser varies first is left out. */
  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String withoutTail(String bare) {
    String stem = bare.replaceAll("\\p{N}+$", "");
    return stem.isEmpty() ? bare : stem;
  }

  private static Set<String> common() {
    try (InputStream stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (stream == null) {
        throw new IllegalStateException("common-passwords.txt is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
