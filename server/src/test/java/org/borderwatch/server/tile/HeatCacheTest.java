package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeatCacheTest {
  private static final int THREADS = 12;

  private static HeatCache.Key key(String version, int col) {
    return new HeatCache.Key(
        version,
        DetectionFilter.ALL.withBorderWith(Set.of(Neighbour.CN)),
        Weight.PERSONS,
        new TileCoord(10, 400, col),
        500,
        new HeatScale(2),
        HeatPalette.LIGHT);
  }

  @Test
  @Timeout(30)
  void whatManyAskForAtOnceIsMadeOnce() throws Exception {
    HeatCache cache = new HeatCache();
    AtomicInteger made = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(
                () ->
                    cache.get(
                        key("1", 800),
                        () -> {
                          made.incrementAndGet();
                          begun.countDown();
                          await(go);
                          return new byte[] {1, 2, 3};
                        })));
      }
      await(begun);
      go.countDown();
      byte[] first = answers.get(0).get();
      for (Future<byte[]> answer : answers) {
        assertThat(answer.get()).isSameAs(first);
      }
      assertThat(made).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Timeout(30)
  void aSlowTileKeepsNobodyFromAnother() throws Exception {
    HeatCache cache = new HeatCache();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<byte[]> slow =
          threads.submit(
              () ->
                  cache.get(
                      key("1", 0),
                      () -> {
                        begun.countDown();
                        await(go);
                        return new byte[1];
                      }));
      await(begun);
      for (int col = 1; col < 1000; col++) {
        assertThat(cache.get(key("1", col), () -> new byte[2])).hasSize(2);
      }
      go.countDown();
      assertThat(slow.get()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTileIsMadeAnewForEveryVersionOfTheData() {
    HeatCache cache = new HeatCache();
    assertThat(cache.get(key("1", 800), () -> new byte[1])).hasSize(1);
    assertThat(cache.get(key("1", 800), () -> new byte[2])).hasSize(1);
    assertThat(cache.get(key("2", 800), () -> new byte[3])).hasSize(3);
  }

  @Test
  void whatFailedIsTriedAgain() {
    HeatCache cache = new HeatCache();
    assertThatThrownBy(
            () ->
                cache.get(
                    key("1", 800),
                    () -> {
                      throw new IllegalStateException("the first time");
                    }))
        .hasMessage("the first time");
    assertThat(cache.get(key("1", 800), () -> new byte[1])).hasSize(1);
  }

  @Test
  @Timeout(30)
  void whoWaitsFailsAlike() throws Exception {
    HeatCache cache = new HeatCache();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<byte[]> maker =
          threads.submit(
              () ->
                  cache.get(
                      key("1", 800),
                      () -> {
                        begun.countDown();
                        await(go);
                        throw new IllegalStateException("away");
                      }));
      await(begun);
      AtomicReference<Thread> waiting = new AtomicReference<>();
      Future<byte[]> waiter =
          threads.submit(
              () -> {
                waiting.set(Thread.currentThread());
                return cache.get(key("1", 800), () -> new byte[1]);
              });
      while (waiting.get() == null || waiting.get().getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      go.countDown();
      assertThatThrownBy(maker::get).hasRootCauseMessage("away");
      assertThatThrownBy(waiter::get).hasRootCauseMessage("away");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void itNeverHoldsMoreThanItMay() {
    HeatCache cache = new HeatCache(1 << 20);
    for (int col = 0; col < 1000; col++) {
      cache.get(key("1", col), () -> new byte[10_000]);
    }
    assertThat(cache.bytes()).isBetween(500_000L, 1L << 20);
  }
}
