package org.borderwatch.server.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.JobRunner;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.process.ProcessResult.Form;

/** The import of a network or of heights as a job. The upload goes when it ends. */
final class NetworkImportWork implements JobRunner.Work {
  private final Path upload;
  private final boolean synthetic;
  private final Import imports;
  private final Runnable changed;
  private volatile double fraction;
  private volatile boolean cancelled;

  /** What is done. */
  @FunctionalInterface
  interface Import {
    /** Imports, and gives the report. */
    JsonNode run(DoubleConsumer progress, BooleanSupplier cancelled)
        throws SQLException, IOException;
  }

  /** {@code changed} is called when it is stored. */
  NetworkImportWork(Path upload, boolean synthetic, Import imports, Runnable changed) {
    this.upload = upload;
    this.synthetic = synthetic;
    this.imports = imports;
    this.changed = changed;
  }

  @Override
  public ProcessResult run() throws Exception {
    if (cancelled) {
      throw new CancellationException("the import was cancelled");
    }
    try {
      JsonNode report = imports.run(share -> fraction = Math.max(fraction, share), () -> cancelled);
      changed.run();
      Form form = new Form(ImportWork.REPORT_TYPE, Json.bytes(report));
      return new ProcessResult("", synthetic, List.of(form));
    } catch (UnreadableFileException e) {
      throw new JobRunner.JobFailedException(
          "%s. %s. / %s. %s.".formatted(e.reasonVi(), e.remedyVi(), e.reason(), e.remedy()));
    }
  }

  @Override
  public double fraction() {
    return fraction;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  /** What is committed can't be taken back. */
  @Override
  public boolean isLasting() {
    return true;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(upload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
