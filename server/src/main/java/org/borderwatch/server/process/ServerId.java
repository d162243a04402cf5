package org.borderwatch.server.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Which server this is, the same after each restart: a file in its data folder says it. */
public final class ServerId {
  private static final String FILE = "server.id";

  private ServerId() {}

  /** Reads the number of the server, or makes one. */
  public static UUID of(Path dataFolder) {
    try {
      Path file = dataFolder.resolve(FILE);
      if (!Files.exists(file)) {
        Files.createDirectories(dataFolder);
        Files.writeString(file, UUID.randomUUID().toString());
      }
      return UUID.fromString(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + FILE, e);
    }
  }
}
