package org.borderwatch.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows guessing. Failures are counted by account, by address and by the two together; from a
 * number on, each doubles the wait, up to 15 minutes, and an hour without attempts forgets them.
 *
 * <p>An address that the account signed in from before is held back only by its own failures with
 * this account, so that nobody can lock others out. An attempt counts as failed from its beginning,
 * so that many at once don't slip through. Memory is bounded; thread-safe.
 */
final class SignInDelays {
  private static final int MOST = 20_000;
  private static final Duration FORGET = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int FREE_BY_ACCOUNT = 5;

  /** A whole office may stand behind one address. */
  private static final int FREE_BY_ADDRESS = 20;

  private final Clock clock;
  private final ShortMemory<String, Tally> accounts;
  private final ShortMemory<String, Tally> addresses;
  private final ShortMemory<Pair, Tally> pairs;

  SignInDelays(Clock clock) {
    this.clock = clock;
    this.accounts = new ShortMemory<>(MOST, FORGET, clock);
    this.addresses = new ShortMemory<>(MOST, FORGET, clock);
    this.pairs = new ShortMemory<>(MOST, FORGET, clock);
  }

  /**
   * Begins an attempt, which counts as failed until {@link #succeeded}.
   *
   * @param known whether the account signed in from there before
   * @return how long to wait instead, if it is too early; then nothing is counted
   */
  synchronized Optional<Duration> begin(String account, String address, boolean known) {
    Pair pair = new Pair(account, address);
    Duration wait = wait(pairs.get(pair), FREE_BY_ACCOUNT);
    if (!known) {
      wait = longer(wait, wait(accounts.get(account), FREE_BY_ACCOUNT));
      wait = longer(wait, wait(addresses.get(address), FREE_BY_ADDRESS));
    }
    if (!wait.isZero()) {
      return Optional.of(wait);
    }
    pairs.put(pair, more(pairs.get(pair)));
    accounts.put(account, more(accounts.get(account)));
    addresses.put(address, more(addresses.get(address)));
    return Optional.empty();
  }

  /**
   * The attempt was right after all. The failures of others with this account stay counted, or an
   * account that is used every day could be guessed at without end.
   */
  synchronized void succeeded(String account, String address) {
    pairs.remove(new Pair(account, address));
    less(accounts, account);
    less(addresses, address);
  }

  private Duration wait(Optional<Tally> tally, int free) {
    if (tally.isEmpty() || tally.get().failures() < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(tally.get().failures() - free, 20);
    Duration delay = Duration.ofSeconds(1L << doublings);
    Instant until = tally.get().last().plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Tally more(Optional<Tally> tally) {
    return new Tally(tally.map(Tally::failures).orElse(0) + 1, clock.instant());
  }

  private static <K> void less(ShortMemory<K, Tally> tallies, K key) {
    Optional<Tally> tally = tallies.get(key);
    if (tally.isPresent() && tally.get().failures() > 1) {
      tallies.put(key, new Tally(tally.get().failures() - 1, tally.get().last()));
    } else {
      tallies.remove(key);
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private record Tally(int failures, Instant last) {}

  private record Pair(String account, String address) {}
}
