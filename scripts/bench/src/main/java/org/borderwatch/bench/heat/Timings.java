package org.borderwatch.bench.heat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Milliseconds by the number of the question. Not for several threads. */
final class Timings {
  private final SortedMap<Integer, Double> millis = new TreeMap<>();

  void put(int question, double value) {
    millis.put(question, value);
  }

  Map<Integer, Double> byQuestion() {
    return millis;
  }

  void write(Path file) throws IOException {
    Files.write(
        file, millis.entrySet().stream().map(one -> one.getKey() + "\t" + one.getValue()).toList());
  }

  static Timings read(Path file) {
    Timings timings = new Timings();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t", -1);
        timings.put(Integer.parseInt(cells[0]), Double.parseDouble(cells[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return timings;
  }

  static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  static double median(double... values) {
    return percentile(50, values);
  }

  /** The value that a share of them doesn't exceed; NaN of none. */
  static double percentile(double percent, double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (percent == 50) {
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}
