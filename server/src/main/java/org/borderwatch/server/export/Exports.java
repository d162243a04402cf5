package org.borderwatch.server.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Makes files out of what there is to take away. Thread-safe.
 *
 * <p>A million detections take about 200 MB of disk while the file is made, beside the file itself,
 * and the same memory as one.
 */
final class Exports {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /** So many features tell what the others are like. */
  private static final long SAMPLE = 300;

  private final Path folder;
  private final String software;

  private Exports(Path folder, String software) {
    this.folder = folder;
    this.software = software;
  }

  /** Works in the folder {@code exports} of a data folder; removes what a killed run left there. */
  static Exports in(Path dataFolder, String software) throws IOException {
    Exports exports = at(dataFolder.resolve("exports"), software);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(exports.folder)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    return exports;
  }

  /** Works in {@code folder}, which only its owner can read. */
  static Exports at(Path folder, String software) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new Exports(folder, software);
  }

  /**
   * A file that is ready.
   *
   * @param name under which to save it
   */
  record Made(Path file, String name, long features, boolean synthetic) {}

  /** Makes a file; whoever asks removes it. */
  Made make(ExportContent content, ExportFormat format, ExportCrs crs)
      throws SQLException, IOException {
    Path file = newFile(format.extension());
    boolean done = false;
    try (FeatureSpool spool = spool(content, crs)) {
      content.fill(spool, Long.MAX_VALUE);
      spool.seal();
      ExportLayer layer = layer(content, spool);
      format.file().write(layer, spool, file);
      done = true;
      return new Made(
          file,
          fileName(content.name(), format, layer.provenance()),
          spool.features(),
          layer.provenance().isSynthetic());
    } finally {
      if (!done) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * What a file would hold.
   *
   * @param bytesAbout its size, reckoned from a sample unless that is all
   */
  record Preview(long features, ExportLayer layer, long bytesAbout) {}

  /** Looks at the first features, and counts them all. */
  Preview preview(ExportContent content, ExportFormat format, ExportCrs crs)
      throws SQLException, IOException {
    long count = content.count();
    try (FeatureSpool spool = spool(content, crs)) {
      content.fill(spool, SAMPLE);
      spool.seal();
      ExportLayer layer = layer(content, spool);
      long sampled = bytes(layer, spool, format);
      long bytes = sampled;
      if (count > spool.features()) {
        try (FeatureSpool none = spool(content, crs)) {
          none.seal();
          long empty = Math.min(sampled, bytes(layer(content, none), none, format));
          bytes = empty + (sampled - empty) * count / Math.max(1, spool.features());
        }
      }
      return new Preview(count, layer, bytes);
    }
  }

  private long bytes(ExportLayer layer, FeatureSpool spool, ExportFormat format)
      throws IOException {
    Path file = newFile(format.extension());
    try {
      format.file().write(layer, spool, file);
      return Files.size(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private FeatureSpool spool(ExportContent content, ExportCrs crs) throws IOException {
    return new FeatureSpool(
        newFile("spool"),
        content.plane().orElse(crs),
        content.declared(),
        content.addedSynthetic(),
        Deadline.in(LONGEST));
  }

  private ExportLayer layer(ExportContent content, FeatureSpool spool) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Provenance from = content.provenance(now, software, spool.features(), spool.synthetic());
    return ExportLayer.of(content.name(), from, spool, content.summary());
  }

  private Path newFile(String extension) {
    return folder.resolve(UUID.randomUUID() + "." + extension);
  }

  /** Such as {@code borderwatch-detections-2026-11-26-synthetic.gpkg}. */
  static String fileName(String name, ExportFormat format, Provenance from) {
    List<String> words =
        from.isSynthetic()
            ? List.of("borderwatch", name, day(from.made()), "synthetic")
            : List.of("borderwatch", name, day(from.made()));
    return String.join("-", words) + "." + format.extension();
  }

  private static String day(Instant made) {
    return made.atZone(ZONE).toLocalDate().toString();
  }
}
