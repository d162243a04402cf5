package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, out of the class path: plain and compressed bytes with their tag, made once.
 */
final class PackedFile {
  private static final int WORTH_COMPRESSING_BYTES = 1_000;
  private static final int TAG_DIGITS = 24;
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private final byte[] plain;
  private final byte[] compressed;
  private final String tag;
  private final String mediaType;

  private PackedFile(byte[] plain, String mediaType) {
    this.plain = plain;
    this.mediaType = mediaType;
    this.tag = tagOf(plain);
    boolean isText = !mediaType.startsWith("image/png") && !mediaType.startsWith("font/");
    this.compressed = isText && plain.length > WORTH_COMPRESSING_BYTES ? gzip(plain) : new byte[0];
  }

  /** The file at {@code path} of the class path; empty when there is none of a known kind. */
  static Optional<PackedFile> read(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String mediaType = MEDIA_TYPES.get(extension);
    if (mediaType == null) {
      return Optional.empty();
    }
    try (InputStream stream = PackedFile.class.getResourceAsStream("/" + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new PackedFile(stream.readAllBytes(), mediaType));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Answers with it, compressed if the caller takes that; 304 when the caller has it. */
  void answer(Context ctx, String cacheControl) {
    boolean gzip = compressed.length > 0 && takesGzip(ctx);
    String etag = gzip ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
    ctx.header("Cache-Control", cacheControl);
    ctx.header("Vary", "Accept-Encoding");
    ctx.header("ETag", etag);
    String known = ctx.header("If-None-Match");
    if (known != null && known.contains(tag)) {
      ctx.status(304);
      return;
    }
    ctx.contentType(mediaType);
    if (gzip) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.result(gzip ? compressed : plain);
  }

  private static boolean takesGzip(Context ctx) {
    String accepted = ctx.header("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String tagOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
