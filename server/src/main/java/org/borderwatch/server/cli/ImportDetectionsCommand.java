package org.borderwatch.server.cli;

import java.util.concurrent.Callable;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.ingest.DetectionImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports files of detections. */
@Command(
    name = "detections",
    description = {
      "Import detections from CSV, GeoJSON or GPX waypoints.",
      "Good rows are stored; refused ones go to FILE.rejects.csv with the reason and the remedy.",
      "Exit code 0: all rows are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportDetectionsCommand implements Callable<Integer> {
  private static final FilesToImport.Content CONTENT =
      new FilesToImport.Content(
          DetectionFormat.OF_DETECTIONS, ".csv, .geojson, .json or .gpx", "line");

  private final CommandLineTool tool;

  @Mixin private FilesToImport files = new FilesToImport();

  @Option(
      names = "--replace",
      description = "Rows that are stored with other content replace it; the history keeps it.")
  private boolean replace;

  ImportDetectionsCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = tool.storage()) {
      DetectionImport imports =
          new DetectionImport(storage.database(), new BorderLocator(LandBorder.load()));
      return files.take(CONTENT, imports, replace);
    }
  }
}
