package org.borderwatch.server.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;

/**
 * The files of heat tiles that were asked for lately, 64 MB of them: some ten thousand tiles, more
 * than a few planners look at, and little beside the index.
 *
 * <p>Who asks for a tile that somebody is making already waits for that one. A tile that could not
 * be made isn't kept: those who wait fail alike, the next tries anew. The version of the data is
 * part of the key, so nothing is ever taken back: tiles of an older version are not asked for any
 * more and leave after ten minutes, or sooner when there is need of room. Thread-safe.
 */
final class HeatCache {
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  /** About what the key and the entry take beside the file. */
  private static final int ENTRY_BYTES = 300;

  private final Cache<Key, byte[]> files;

  /** What is being made now. */
  private final ConcurrentMap<Key, CompletableFuture<byte[]>> making = new ConcurrentHashMap<>();

  HeatCache() {
    this(MOST_BYTES);
  }

  /** A smaller one, for tests of its bound. */
  HeatCache(long mostBytes) {
    this.files =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, byte[] file) -> file.length + ENTRY_BYTES)
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build();
  }

  /** All that a tile's file depends on. */
  record Key(
      String version,
      DetectionFilter filter,
      Weight weight,
      TileCoord tile,
      double bandwidthMetres,
      HeatScale scale,
      HeatPalette palette) {}

  /** The file of {@code key}: kept, or made by {@code maker} in this thread or in another's. */
  byte[] get(Key key, Supplier<byte[]> maker) {
    byte[] known = files.getIfPresent(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<byte[]> own = new CompletableFuture<>();
    CompletableFuture<byte[]> other = making.putIfAbsent(key, own);
    return other != null ? made(other) : make(key, own, maker);
  }

  private byte[] make(Key key, CompletableFuture<byte[]> own, Supplier<byte[]> maker) {
    try {
      // It may have been finished between the two looks.
      byte[] file = files.getIfPresent(key);
      if (file == null) {
        file = maker.get();
        files.put(key, file);
      }
      own.complete(file);
      return file;
    } catch (RuntimeException | Error failed) {
      own.completeExceptionally(failed);
      throw failed;
    } finally {
      making.remove(key, own);
    }
  }

  private static byte[] made(CompletableFuture<byte[]> file) {
    try {
      return file.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** Bytes that are kept now, about. */
  long bytes() {
    files.cleanUp();
    return files.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
