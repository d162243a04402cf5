package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void aHashSaysHowItWasMadeAndMatchesOnlyItsPassword() {
    String hash = passwords.hash("đường mòn qua núi");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("đường mòn qua núi", hash)).isTrue();
    assertThat(passwords.matches("đường mòn qua nui", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.hash("đường mòn qua núi")).isNotEqualTo(hash);
  }

  /** m=65536 KiB, t=2, p=1; from the test of the Argon2 reference implementation. */
  @Test
  void aHashOfTheReferenceImplementationMatches() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.matches("password", reference)).isTrue();
    assertThat(passwords.matches("passwore", reference)).isFalse();
  }

  @Test
  void lettersWithMarksMatchHoweverAKeyboardWritesThem() {
    String composed = "biên giới xanh";
    String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
  }

  @Test
  void withoutAHashNothingMatches() {
    assertThat(passwords.matches("anything at all", null)).isFalse();
  }

  @Test
  void manyAtOnceAllGetTheRightAnswer() {
    String hash = passwords.hash("trăng sáng trên đèo");
    List<Boolean> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                i -> passwords.matches(i % 2 == 0 ? "trăng sáng trên đèo" : "wrong" + i, hash))
            .toList();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).isEqualTo(i % 2 == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "123456789",
        "aaaaaaaaaaaa",
        "abababababab",
        "1234567890",
        "Password2024!",
        "MatKhau-12345",
        "Bien.Phong.2024",
        "lan.anh-2024"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThat(PasswordRules.problem("new", "lan.anh", password)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bốn con trâu trắng",
        "correct horse battery",
        "kX7!qv2mRt",
        "border towns at dusk"
      })
  void whatIsHardToGuessIsTaken(String password) {
    assertThat(PasswordRules.problem("new", "lan.anh", password)).isEmpty();
  }

  @Test
  void twoHundredCharactersAreTakenAndOneMoreIsNot() {
    String long200 = "abcdefghijklmnopqrst".repeat(10);
    assertThat(PasswordRules.problem("new", "an", long200)).isEmpty();
    assertThat(PasswordRules.problem("new", "an", long200 + "x")).isPresent();
  }

  @Test
  void aSecretNeverShowsItself() {
    Secret secret = Secret.forToken();
    assertThat(secret.text()).startsWith("bw_").hasSize(46);
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(secret.hash()).hasSize(32);
  }
}
