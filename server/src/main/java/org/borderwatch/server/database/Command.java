package org.borderwatch.server.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of the system to its end. */
final class Command {
  /** How it ended, and what it said on both streams. */
  record Ended(int code, String output) {
    boolean well() {
      return code == 0;
    }
  }

  private Command() {}

  /**
   * Runs and waits.
   *
   * @param environment added to our own
   * @throws DatabaseProblem when the program cannot be started or takes longer than {@code limit}
   */
  static Ended run(List<String> words, Map<String, String> environment, Duration limit) {
    String program = Path.of(words.get(0)).getFileName().toString();
    File output = null;
    try {
      // A file, not a pipe: a daemon that keeps the pipe open would hold us for ever.
      output = File.createTempFile("borderwatch-", ".out");
      ProcessBuilder builder = new ProcessBuilder(words).directory(new File("/"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output);
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      Process process = builder.start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
        throw new DatabaseProblem(
            program + " did not end within " + limit.toSeconds() + " s",
            "see whether the disk is very slow");
      }
      String said = java.nio.file.Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
      return new Ended(process.exitValue(), said);
    } catch (IOException notStarted) {
      throw new DatabaseProblem(
          program + " cannot be run: " + notStarted.getMessage(),
          "scripts/run installs what is missing",
          notStarted);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem(program + " was interrupted", "start again", interrupted);
    } finally {
      if (output != null && !output.delete()) {
        output.deleteOnExit();
      }
    }
  }
}
