package org.borderwatch.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A backup that is open for reading. A file that was cut off or is something else is refused when
 * opened.
 */
final class BackupFile implements AutoCloseable {
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  static BackupFile open(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new BackupException("there is no file " + file + ", or it cannot be read");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new BackupFile(zip, manifest(zip, file));
      } catch (IOException | RuntimeException refused) {
        zip.close();
        throw refused;
      }
    } catch (ZipException broken) {
      throw new BackupException(
          file + " is no backup of Borderwatch, or was cut off (" + broken.getMessage() + ")");
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** The dump, unpacked; a damaged byte ends it with an {@link IOException}. */
  InputStream dump() throws IOException {
    ZipEntry entry = zip.getEntry(Backup.DUMP);
    if (entry == null) {
      throw new BackupException("the backup holds no dump");
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw new BackupException(file + " is a zip, but no backup of Borderwatch");
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      Manifest manifest = Manifest.read(stream.readAllBytes());
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupException(
            file
                + " was written by newer software ("
                + manifest.software()
                + "); restore it with that");
      }
      return manifest;
    }
  }
}
