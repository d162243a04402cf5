package org.borderwatch.server.cli;

import java.util.concurrent.Callable;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.ingest.RouteImports;
import org.borderwatch.server.network.NetworkIndex;
import org.borderwatch.server.route.RouteMatching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports files of trafficking routes. */
@Command(
    description = {
      "Import trafficking routes from GeoJSON, GPX, KML or a zipped Shapefile.",
      "Names are those of places; descriptions are passed over.",
      "Good routes are stored; refused ones go to FILE.rejects.csv with the reason and the remedy.",
      "Exit code 0: all routes are stored; 1: some were refused; 2: nothing was done."
    })
final class ImportRoutesCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Mixin private FilesToImport files = new FilesToImport();

  @Option(names = "--match", description = "Snap the lines to the stored roads and trails.")
  private boolean match;

  @Option(
      names = "--replace",
      description = "Routes that are stored with other content replace it.")
  private boolean replace;

  ImportRoutesCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = tool.storage();
        NetworkIndex network = new NetworkIndex(storage.database())) {
      if (match) {
        network.refresh();
      }
      RouteImports imports =
          new RouteImports(
              storage.database(), new BorderLocator(LandBorder.load()), new RouteMatching(network));
      return files.take(
          new FilesToImport.Content(
              RouteImports.FORMATS, ".geojson, .json, .gpx, .kml or .zip", "route"),
          imports.of(match),
          replace);
    }
  }
}
