package org.borderwatch.server.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CrewTest {
  private final Crew pair = Crew.of(2, Progress.UNWATCHED);

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 1", "1, 1000", "2, 0", "2, 1", "2, 2", "2, 1000", "16, 3", "16, 1000"})
  void everyPartIsDoneOnce(int threads, int parts) {
    AtomicIntegerArray times = new AtomicIntegerArray(parts);
    Crew.of(threads, Progress.UNWATCHED).each(parts, times::incrementAndGet);
    assertThat(IntStream.range(0, parts).map(times::get)).allMatch(n -> n == 1);
  }

  @Test
  void aCrewOfOneDoesThePartsInOrderInTheCallersThread() {
    List<Integer> order = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Crew.alone()
        .each(
            5,
            part -> {
              order.add(part);
              threads.add(Thread.currentThread());
            });
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void twoPartsThatWaitForEachOtherMeet() {
    CountDownLatch both = new CountDownLatch(2);
    pair.each(
        2,
        part -> {
          both.countDown();
          await(both);
        });
    assertThat(both.getCount()).isZero();
  }

  @Test
  void workersAreMadeForEachThreadAndGivenBack() {
    class Sum implements IntConsumer {
      private int sum;

      @Override
      public void accept(int part) {
        sum += part;
      }
    }
    List<Sum> sums = pair.each(101, Sum::new);
    assertThat(sums.size()).isBetween(1, 2);
    assertThat(sums.stream().mapToInt(sum -> sum.sum).sum()).isEqualTo(5050);
    assertThat(pair.each(0, Sum::new)).hasSize(1);
  }

  @Test
  void callsFromInsideAPartRunOnThatThreadAlone() {
    AtomicBoolean strayed = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    pair.each(
        8,
        part -> {
          Thread own = Thread.currentThread();
          Crew.of(8, Progress.UNWATCHED)
              .each(
                  50,
                  inner -> {
                    done.incrementAndGet();
                    if (Thread.currentThread() != own) {
                      strayed.set(true);
                    }
                  });
        });
    assertThat(done).hasValue(400);
    assertThat(strayed).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatAPartThrowsIsThrownWhoeverDidIt(boolean byHelper) {
    Thread own = Thread.currentThread();
    CountDownLatch both = new CountDownLatch(2);
    assertThatThrownBy(
            () ->
                pair.each(
                    2,
                    part -> {
                      both.countDown();
                      await(both);
                      if (byHelper == (Thread.currentThread() != own)) {
                        throw new IllegalStateException("part " + (byHelper ? "helped" : "own"));
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part " + (byHelper ? "helped" : "own"));
  }

  @Test
  void anErrorIsThrownTooAndTheRestIsLeft() {
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Crew.alone()
                    .each(
                        100,
                        part -> {
                          done.incrementAndGet();
                          if (part == 3) {
                            throw new OutOfMemoryError("so it is said");
                          }
                        }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(done).hasValue(4);
  }

  @Test
  void nobodyWorksAnyMoreOnceItThrew() {
    AtomicInteger working = new AtomicInteger();
    for (int round = 0; round < 200; round++) {
      assertThatThrownBy(
              () ->
                  pair.each(
                      50,
                      part -> {
                        working.incrementAndGet();
                        try {
                          if (part == 7) {
                            throw new IllegalStateException("seven");
                          }
                          Thread.yield();
                        } finally {
                          working.decrementAndGet();
                        }
                      }))
          .hasMessage("seven");
      assertThat(working).hasValue(0);
    }
  }

  @Test
  void aCancelEndsItBetweenParts() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Progress watched =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    assertThatThrownBy(
            () ->
                pair.watchedBy(watched)
                    .each(
                        1_000_000,
                        part -> {
                          done.add(part);
                          if (part == 10) {
                            cancelled.set(true);
                          }
                        }))
        .isInstanceOf(CancellationException.class);
    assertThat(done.size()).isLessThan(1_000_000);
  }

  @Test
  void moreCrewsAtOnceThanThereAreHelpersAllGetDone() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Thread(
                        () ->
                            Crew.of(16, Progress.UNWATCHED)
                                .each(100, part -> done.incrementAndGet())))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(done).hasValue(2_000);
  }

  @Test
  void helpersStandBackWhileSomebodyWaitsForTheMap() {
    Courtesy busy = new Courtesy();
    busy.enter();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    pair.courteousTo(busy).each(1_000, part -> threads.add(Thread.currentThread()));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void theyComeBackWhenItIsQuiet() {
    Courtesy courtesy = new Courtesy();
    courtesy.enter();
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger own = new AtomicInteger();
    pair.courteousTo(courtesy)
        .each(
            2,
            part -> {
              if (own.getAndIncrement() == 0) {
                courtesy.leave();
              }
              both.countDown();
              await(both);
            });
    assertThat(both.getCount()).isZero();
  }

  @Test
  void withoutAThreadThereIsNoCrew() {
    assertThatThrownBy(() -> Crew.of(0, Progress.UNWATCHED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
