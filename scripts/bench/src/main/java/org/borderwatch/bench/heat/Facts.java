package org.borderwatch.bench.heat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** What one step of a run leaves for the table, beside the timings; kept in a file of the run. */
final class Facts {
  private final Path file;
  private final Properties known = new Properties();

  private Facts(Path file) {
    this.file = file;
  }

  static Facts of(Path results) throws IOException {
    Facts facts = new Facts(results.resolve("facts.properties"));
    if (Files.exists(facts.file)) {
      try (Reader reader = Files.newBufferedReader(facts.file)) {
        facts.known.load(reader);
      }
    }
    return facts;
  }

  /** Remembers a fact, and says it. */
  @SuppressWarnings("SystemOut")
  void say(String name, String value) throws IOException {
    known.setProperty(name, value);
    try (Writer writer = Files.newBufferedWriter(file)) {
      known.store(writer, null);
    }
    System.out.println(name + ": " + value);
  }

  void say(String name, String format, double... values) throws IOException {
    Object[] boxed = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    say(name, String.format(Locale.ROOT, format, boxed));
  }

  String get(String name) {
    return known.getProperty(name, "not measured");
  }
}
