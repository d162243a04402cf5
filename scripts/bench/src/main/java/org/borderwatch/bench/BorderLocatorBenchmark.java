package org.borderwatch.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Kilometre, side and distance of one point: what an import does for each row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BorderLocatorBenchmark {
  private static final int POINTS = 1 << 14;
  private static final long SEED = 2024;

  /** How far the points scatter about the line of Lạng Sơn, in degrees: about 2 and 100 km. */
  @Param({"0.02", "1.0"})
  public double spreadDegrees;

  private final double[] lon = new double[POINTS];
  private final double[] lat = new double[POINTS];
  private final BorderLocator locator = new BorderLocator(LandBorder.load());
  private int next;

  /** Draws the points. */
  @Setup
  public void scatter() {
    Random random = new Random(SEED);
    for (int i = 0; i < POINTS; i++) {
      lon[i] = 106.7 + spreadDegrees * random.nextGaussian();
      lat[i] = 21.97 + spreadDegrees * random.nextGaussian();
    }
  }

  /** One point after the other. */
  @Benchmark
  public BorderPosition locate() {
    next = (next + 1) & (POINTS - 1);
    return locator.locate(lon[next], lat[next]);
  }
}
