package org.borderwatch.server.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.JobRunner;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.process.ProcessResult.Form;

/** One import as a job. The upload goes when it ends. */
final class ImportWork implements JobRunner.Work {
  /** Media type of the report. */
  static final String REPORT_TYPE = "application/json";

  private final FileImport imports;
  private final ImportRequest request;
  private final Runnable changed;
  private final ImportProgress progress = new ImportProgress();

  /** {@code changed} is called when it is stored. */
  ImportWork(FileImport imports, ImportRequest request, Runnable changed) {
    this.imports = imports;
    this.request = request;
    this.changed = changed;
  }

  @Override
  public ProcessResult run() throws Exception {
    try {
      progress.check();
      ImportReport report = imports.run(request, progress);
      changed.run();
      Form form = new Form(REPORT_TYPE, Json.bytes(result(report)));
      return new ProcessResult("", request.synthetic(), List.of(form));
    } catch (UnreadableFileException e) {
      throw new JobRunner.JobFailedException(
          "%s. %s. / %s. %s.".formatted(e.reasonVi(), e.remedyVi(), e.reason(), e.remedy()));
    }
  }

  @Override
  public double fraction() {
    return progress.fraction();
  }

  @Override
  public void cancel() {
    progress.cancel();
  }

  /** What is committed can't be taken back. */
  @Override
  public boolean isLasting() {
    return true;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(request.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode result(ImportReport report) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("rows", report.rows());
    result.put("stored", report.stored());
    result.put("unchanged", report.unchanged());
    result.put("refusedCount", report.refusedRows());
    ArrayNode refused = result.putArray("refused");
    report.refusals().forEach(refusal -> refused.add(json(refusal)));
    ObjectNode dropped = result.putObject("dropped");
    new TreeMap<>(report.dropped()).forEach(dropped::put);
    result.put("dryRun", report.dryRun());
    result.put("encoding", report.encoding());
    result.put("delimiter", report.delimiter());
    result.put("seconds", Math.round(report.seconds() * 100) / 100.0);
    return result;
  }

  private static ObjectNode json(Refusal refusal) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("line", refusal.line());
    json.put("field", refusal.field());
    json.put("value", refusal.value());
    json.put("reason", refusal.reason());
    json.put("remedy", refusal.remedy());
    json.put("reasonVi", refusal.reasonVi());
    json.put("remedyVi", refusal.remedyVi());
    return json;
  }
}
