package org.borderwatch.data.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Heights as the Shuttle Radar Topography Mission has them: one degree by one degree, 3,601 by
 * 3,601 posts (one second of arc) or 1,201 by 1,201 (three), 16 bits each, high byte first, row by
 * row from the north; -32768 where nothing is known. The name says the south-western corner: {@code
 * N21E106.hgt}. Neighbours share their outermost posts. Also in a zip archive; then the name within
 * it counts.
 */
public final class HgtFile {
  private static final Pattern NAME =
      Pattern.compile("(?:.*[^a-z0-9])?([ns])([0-9]{2})([ew])([0-9]{3})[^/\\\\]*\\.hgt");
  private static final int ONE_SECOND_POSTS = 3601;
  private static final int THREE_SECOND_POSTS = 1201;

  private HgtFile() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException when it is none
   */
  public static HeightRaster read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()));
    }
  }

  /**
   * Reads a file that comes as a stream, which stays open.
   *
   * @param name of the file
   * @throws UnreadableFileException when it is none
   */
  public static HeightRaster read(InputStream in, String name) throws IOException {
    try {
      return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? zipped(in, name) : plain(in, name);
    } catch (ZipException e) {
      throw new UnreadableFileException(FileProblem.BROKEN_PACKING);
    }
  }

  private static HeightRaster zipped(InputStream in, String name) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (corner(entry.getName()) != null) {
        return plain(zip, entry.getName());
      }
    }
    throw new UnreadableFileException(FileProblem.NO_HEIGHTS, name);
  }

  private static HeightRaster plain(InputStream in, String name) throws IOException {
    int[] corner = corner(name);
    if (corner == null) {
      throw new UnreadableFileException(FileProblem.HEIGHTS_NAME, name);
    }
    byte[] bytes = in.readNBytes(2 * ONE_SECOND_POSTS * ONE_SECOND_POSTS + 1);
    int posts = posts(bytes.length);
    if (posts == 0) {
      throw new UnreadableFileException(
          FileProblem.HEIGHTS_SIZE, name, String.valueOf(bytes.length));
    }
    short[] metres = new short[posts * posts];
    ByteBuffer.wrap(bytes).asShortBuffer().get(metres);
    double step = 1.0 / (posts - 1);
    return new HeightRaster(corner[0], corner[1] + 1.0, step, step, posts, metres);
  }

  private static int posts(int bytes) {
    for (int posts : new int[] {ONE_SECOND_POSTS, THREE_SECOND_POSTS}) {
      if (bytes == 2 * posts * posts) {
        return posts;
      }
    }
    return 0;
  }

  /** Degrees east and north of the south-western corner; null when the name doesn't say it. */
  private static int @Nullable [] corner(String name) {
    Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    int lat = Integer.parseInt(matcher.group(2));
    int lon = Integer.parseInt(matcher.group(4));
    return new int[] {
      matcher.group(3).equals("w") ? -lon : lon, matcher.group(1).equals("s") ? -lat : lat
    };
  }
}
