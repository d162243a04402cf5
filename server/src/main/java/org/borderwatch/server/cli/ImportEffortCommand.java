package org.borderwatch.server.cli;

import java.util.concurrent.Callable;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.ingest.EffortImports;
import org.borderwatch.server.ingest.EffortKind;
import org.borderwatch.server.ingest.FileImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports files of patrol tracks or of sensor watches. */
@Command(
    description = {
      "Import effort: patrol tracks from GPX or GeoJSON, sensor watches from GeoJSON.",
      "Good rows are stored; refused ones go to FILE.rejects.csv with the reason and the remedy.",
      "Exit code 0: all rows are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportEffortCommand implements Callable<Integer> {
  private final CommandLineTool tool;
  private final EffortKind kind;

  @Mixin private FilesToImport files = new FilesToImport();

  @Option(
      names = "--team",
      paramLabel = "CODE",
      description = "Team of the tracks that name none: a code, never a name.")
  private @Nullable String team;

  @Option(
      names = "--station",
      paramLabel = "CODE",
      description = "Station of the rows that name none.")
  private @Nullable String station;

  @Option(
      names = "--max-speed-kmh",
      paramLabel = "KMH",
      description = "A piece of a track that is faster is not effort (default 120).")
  private double maxSpeedKmh = EffortOptions.USUAL_MAX_SPEED_KMH;

  @Option(names = "--replace", description = "Rows that are stored with other content replace it.")
  private boolean replace;

  ImportEffortCommand(CommandLineTool tool, EffortKind kind) {
    this.tool = tool;
    this.kind = kind;
  }

  @Override
  public Integer call() throws Exception {
    EffortOptions options = options();
    try (Storage storage = tool.storage()) {
      FileImport imports =
          new EffortImports(storage.database(), new BorderLocator(LandBorder.load()))
              .of(kind, options);
      String endings = kind == EffortKind.TRACKS ? ".gpx, .geojson or .json" : ".geojson or .json";
      return files.take(
          new FilesToImport.Content(kind.formats(), endings, "row"), imports, replace);
    }
  }

  private EffortOptions options() {
    try {
      return new EffortOptions(team, station, maxSpeedKmh);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(String.valueOf(wrong.getMessage()));
    }
  }
}
