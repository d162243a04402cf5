package org.borderwatch.server.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.borderwatch.server.http.ApiException;

/**
 * The files of imports over HTTP, in the data folder: uploads until they are read, rejects for a
 * month. Nobody but the server's own account can read them.
 */
final class ImportFolder {
  private static final String UPLOAD = ".upload";
  private static final String REJECTS = ".rejects.csv";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final long LEAST_FREE_BYTES = 64L << 20;

  private final Path folder;

  ImportFolder(Path dataFolder) {
    folder = dataFolder.resolve("imports");
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      removeOld();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + folder, e);
    }
  }

  Path upload(UUID job) {
    return folder.resolve(job + UPLOAD);
  }

  Path rejects(UUID job) {
    return folder.resolve(job + REJECTS);
  }

  /**
   * Writes a body into the upload of a job, piece by piece.
   *
   * @param announced length that the caller announced, or -1
   * @throws ApiException.TooLarge past {@code mostBytes}
   * @throws ApiException.NoRoom when the disk is full
   */
  void receive(InputStream body, UUID job, long announced, long mostBytes) throws IOException {
    if (announced > mostBytes) {
      throw tooLarge(mostBytes);
    }
    if (folder.toFile().getUsableSpace() < Math.max(announced, 0) + LEAST_FREE_BYTES) {
      throw noRoom();
    }
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(upload(job))) {
      byte[] piece = new byte[1 << 16];
      long received = 0;
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        received += read;
        if (received > mostBytes) {
          throw tooLarge(mostBytes);
        }
        write(out, piece, read);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(upload(job));
      }
    }
  }

  private void write(OutputStream out, byte[] piece, int length) throws IOException {
    try {
      out.write(piece, 0, length);
    } catch (IOException e) {
      if (folder.toFile().getUsableSpace() < LEAST_FREE_BYTES) {
        throw noRoom();
      }
      throw e;
    }
  }

  /** What a run that was killed left behind, and rejects that nobody fetched for a month. */
  private void removeOld() throws IOException {
    Instant oldest = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        if (old || file.toString().endsWith(UPLOAD)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static ApiException tooLarge(long mostBytes) {
    return new ApiException.TooLarge(
        "The file is larger than "
            + (mostBytes >> 20)
            + " MB (import.max.size). Divide it, or import it with scripts/borderwatch.");
  }

  private static ApiException noRoom() {
    return new ApiException.NoRoom(
        "The disk of the server has no room for the file. Nothing was stored.");
  }
}
