package org.borderwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInDelaysTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SignInDelays delays = new SignInDelays(clock);

  @Test
  void fiveFailuresAreFreeThenEachDoublesTheWait() {
    fail(5, "an", "10.0.0.1");
    assertThat(begin("an", "10.0.0.1")).contains(Duration.ofSeconds(1));
    clock.forward(Duration.ofSeconds(1));
    assertThat(begin("an", "10.0.0.1")).isEmpty();
    assertThat(begin("an", "10.0.0.1")).contains(Duration.ofSeconds(2));
    clock.forward(Duration.ofSeconds(2));
    assertThat(begin("an", "10.0.0.1")).isEmpty();
    assertThat(begin("an", "10.0.0.1")).contains(Duration.ofSeconds(4));
  }

  @Test
  void aRefusedAttemptDoesNotLengthenTheWait() {
    fail(5, "an", "10.0.0.1");
    for (int i = 0; i < 100; i++) {
      assertThat(begin("an", "10.0.0.1")).contains(Duration.ofSeconds(1));
    }
  }

  @Test
  void theWaitNeverExceedsAQuarterOfAnHour() {
    for (int i = 0; i < 40; i++) {
      begin("an", "10.0.0.1")
          .ifPresent(
              wait -> {
                clock.forward(wait);
                begin("an", "10.0.0.1");
              });
    }
    Optional<Duration> wait = begin("an", "10.0.0.1");
    assertThat(wait.orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void manyAddressesTogetherAreSlowedByTheAccount() {
    for (int i = 0; i < 5; i++) {
      begin("an", "10.0.0." + i);
    }
    assertThat(begin("an", "10.0.0.99")).isPresent();
  }

  @Test
  void oneAddressThatTriesManyAccountsIsSlowedToo() {
    for (int i = 0; i < 20; i++) {
      assertThat(begin("name" + i, "10.0.0.1")).isEmpty();
    }
    assertThat(begin("another", "10.0.0.1")).isPresent();
    assertThat(begin("another", "10.0.0.2")).isEmpty();
  }

  @Test
  void anAddressThatIsKnownToTheAccountStillGetsIn() {
    fail(30, "an", "203.0.113.9");
    assertThat(begin("an", "10.0.0.1")).isPresent();
    assertThat(delays.begin("an", "10.0.0.1", true)).isEmpty();
  }

  @Test
  void aKnownAddressIsSlowedByItsOwnFailures() {
    for (int i = 0; i < 5; i++) {
      assertThat(delays.begin("an", "10.0.0.1", true)).isEmpty();
    }
    assertThat(delays.begin("an", "10.0.0.1", true)).isPresent();
  }

  @Test
  void successForgetsTheOwnFailuresButNotThoseOfOthers() {
    fail(4, "an", "203.0.113.9");
    assertThat(delays.begin("an", "10.0.0.1", true)).isEmpty();
    delays.succeeded("an", "10.0.0.1");
    assertThat(begin("an", "203.0.113.9")).isEmpty();
    assertThat(begin("an", "203.0.113.9")).isPresent();
  }

  @Test
  void anHourWithoutAttemptsForgetsThem() {
    fail(5, "an", "10.0.0.1");
    clock.forward(Duration.ofMinutes(61));
    fail(5, "an", "10.0.0.1");
    assertThat(begin("an", "10.0.0.1")).contains(Duration.ofSeconds(1));
  }

  @Test
  void memoryIsBounded() {
    ShortMemory<Integer, String> memory = new ShortMemory<>(100, Duration.ofHours(1), clock);
    for (int i = 0; i < 1_000; i++) {
      memory.put(i, "x");
    }
    assertThat(memory.size()).isEqualTo(100);
    assertThat(memory.get(999)).isPresent();
    assertThat(memory.get(0)).isEmpty();
  }

  @Test
  void aClientHasAWholeIpv6NetworkButOneIpv4Address() {
    assertThat(ClientAddress.of("2001:db8:1:2:aaaa::1"))
        .isEqualTo(ClientAddress.of("[2001:db8:1:2:bbbb::9]"))
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    assertThat(ClientAddress.of("10.0.0.1")).isEqualTo("10.0.0.1");
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      begin(account, address);
    }
  }

  private Optional<Duration> begin(String account, String address) {
    return delays.begin(account, address, false);
  }
}
