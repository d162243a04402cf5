package org.borderwatch.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.http.Json;

/** GDAL's programs, as an analyst's GIS would read the files. */
public final class Gdal {
  private Gdal() {}

  /** What a program prints; warnings and errors fail. */
  public static String run(Path folder, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "gdal", ".out");
    Path errors = Files.createTempFile(folder, "gdal", ".err");
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(program + " doesn't end");
    }
    String said = Files.readString(errors);
    if (process.exitValue() != 0 || !said.isBlank()) {
      throw new IllegalStateException(String.join(" ", words) + ": " + said);
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** The features of a layer, as GDAL understands them. */
  public static JsonNode features(Path folder, Path file, String layer)
      throws IOException, InterruptedException {
    String json =
        run(
            folder,
            "ogr2ogr",
            "-f",
            "GeoJSON",
            "-lco",
            "COORDINATE_PRECISION=9",
            "/vsistdout/",
            file.toString(),
            layer);
    return Json.tree(json).path("features");
  }
}
