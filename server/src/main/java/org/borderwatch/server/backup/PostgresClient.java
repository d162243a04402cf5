package org.borderwatch.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.PostgresTools;

/**
 * Runs {@code pg_dump} and {@code pg_restore} on an address. The password goes through a file of
 * mode 0600, never through arguments or the environment, which other accounts can read.
 */
final class PostgresClient {
  private final PostgresTools tools;
  private final DatabaseAddress address;

  PostgresClient(PostgresTools tools, DatabaseAddress address) {
    this.tools = tools;
    this.address = address;
  }

  /** Runs a program and copies what it writes to {@code output}. */
  void read(List<String> words, OutputStream output) throws IOException {
    run(words, process -> process.getInputStream().transferTo(output));
  }

  /** Runs a program and gives it {@code input} to read. */
  void feed(List<String> words, InputStream input) throws IOException {
    run(
        words,
        process -> {
          try (OutputStream stream = process.getOutputStream()) {
            input.transferTo(stream);
          } catch (IOException closedEarly) {
            // The program ended before its input did; its exit code and words tell why.
          }
        });
  }

  private void run(List<String> words, Exchange exchange) throws IOException {
    // Made with mode 0600.
    Path passwords = Files.createTempFile("borderwatch-", ".pgpass");
    Path errors = Files.createTempFile("borderwatch-", ".err");
    try {
      Files.writeString(passwords, passwordLine());
      Process process = start(words, passwords, errors);
      try {
        exchange.with(process);
      } finally {
        process.getOutputStream().close();
        process.getInputStream().close();
      }
      if (process.waitFor() != 0) {
        throw new BackupException(
            words.get(0) + " failed: " + Files.readString(errors, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BackupException(words.get(0) + " was interrupted");
    } finally {
      Files.deleteIfExists(passwords);
      Files.deleteIfExists(errors);
    }
  }

  private Process start(List<String> words, Path passwords, Path errors) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(tools.program(words.get(0)));
    all.addAll(
        List.of(
            "--host=" + address.host(),
            "--port=" + address.port(),
            "--username=" + address.user(),
            "--dbname=" + address.database(),
            "--no-password"));
    all.addAll(words.subList(1, words.size()));
    ProcessBuilder builder = new ProcessBuilder(all).redirectError(errors.toFile());
    builder.environment().put("PGPASSFILE", passwords.toString());
    builder.environment().put("PGAPPNAME", "borderwatch backup");
    builder.environment().put("LC_ALL", "C.UTF-8");
    String sslMode = address.parameters().get("sslmode");
    if (sslMode != null) {
      builder.environment().put("PGSSLMODE", sslMode);
    }
    return builder.start();
  }

  private String passwordLine() {
    String password = address.password() == null ? "" : address.password();
    return "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:") + "\n";
  }

  @FunctionalInterface
  private interface Exchange {
    void with(Process process) throws IOException;
  }
}
