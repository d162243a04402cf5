package org.borderwatch.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a {@code .sql} file that stands beside the class that runs it. */
public final class SqlText {
  private SqlText() {}

  /**
   * Reads a file from the package of a class.
   *
   * @throws IllegalArgumentException when there is no such file: a mistake in the build, not of a
   *     user
   */
  public static String of(Class<?> beside, String file) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("no " + file + " beside " + beside.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
