package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.export.CommandExport;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.ogc.FeatureSource;
import org.borderwatch.server.ogc.OgcApi;
import org.borderwatch.server.process.AnalysisProcesses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a collection, or the result of an analysis, into a file for other programs. */
@Command(
    name = "export",
    description = {
      "Write a collection or the result of an analysis into a file, beside a running server or"
          + " alone.",
      "The file says where its content comes from. It is written down in the audit.",
      "Exit code 0: done; 2: nothing was done."
    })
final class ExportCommand implements Callable<Integer> {
  private static final String LIST = "list";

  private final CommandLineTool tool;
  private final BiFunction<Database, DetectionIndex, AnalysisProcesses> catalogue;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COLLECTION",
      description =
          "Such as detections, routes, network, hotspots; a process, with --job; or list.")
  private String collection;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "geojson, gpkg, kml, gpx, shp, csv or fgb (default: by the name of the file).")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes; a file that is there is replaced.")
  private @Nullable Path output;

  @Option(
      names = "--crs",
      paramLabel = "CODE",
      description = "EPSG:4326 (default), EPSG:32648 or EPSG:3405.")
  private @Nullable String crs;

  @Option(
      names = "--job",
      paramLabel = "ID",
      description = "Whose result is meant (default: the newest).")
  private @Nullable String job;

  @Option(
      names = "--filter",
      paramLabel = "CQL2",
      description = "Condition in CQL2 text, such as \"persons >= 5 AND setting = 'trail'\".")
  private @Nullable String filter;

  @Option(
      names = "--query",
      paramLabel = "NAME=VALUE",
      description = "As in the address of the collection's items, such as bbox=106,21,107,22.")
  private Map<String, String> query = new HashMap<>();

  ExportCommand(
      CommandLineTool tool, BiFunction<Database, DetectionIndex, AnalysisProcesses> catalogue) {
    this.tool = tool;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws Exception {
    try (Storage storage = tool.storage();
        DetectionIndex index = new DetectionIndex(storage.database())) {
      Database database = storage.database();
      CommandExport exports =
          new CommandExport(
              database,
              collections(database, index),
              catalogue.apply(database, index),
              SoftwareVersion.current());
      if (collection.equals(LIST)) {
        exports.collections().forEach(this::say);
        return ExitCode.DONE;
      }
      Path file = target();
      CommandExport.Written written =
          exports.write(new CommandExport.Order(collection, parameters(), format(file), crs), file);
      new CommandAudit(database.jdbi())
          .changed("export", collection + " " + parameters(), written.features());
      say(
          "%s: %,d features%s"
              .formatted(file, written.features(), written.synthetic() ? ", synthetic" : ""));
      return ExitCode.DONE;
    }
  }

  private static List<FeatureSource> collections(Database database, DetectionIndex index) {
    return new OgcApi(
            database,
            new PublicUrl(() -> ""),
            ReferenceLayers.load(),
            new DataKind(database, new DataVersion(database)),
            SoftwareVersion.current(),
            index,
            kindOf(database))
        .sources();
  }

  /** Only says which network is meant: a file is written straight from the store. */
  private static NetworkSource kindOf(Database database) {
    return asked -> {
      boolean real =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT EXISTS (SELECT FROM network_edge WHERE NOT synthetic)")
                          .mapTo(Boolean.class)
                          .one());
      return new RoadNetwork.Builder("", asked.orElse(!real)).build();
    };
  }

  private Map<String, String> parameters() {
    Map<String, String> all = new HashMap<>(query);
    if (job != null) {
      all.put("job", job);
    }
    if (filter != null) {
      all.put("filter", filter);
    }
    return all;
  }

  private Path target() {
    if (output == null) {
      throw new CommandException("-o FILE is missing: where should the file go?");
    }
    Path file = output.toAbsolutePath();
    Path folder = Objects.requireNonNull(file.getParent());
    if (!Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new CommandException(file + " can't be written: give a file in a folder that is there");
    }
    return file;
  }

  private String format(Path file) {
    if (format != null) {
      return format;
    }
    String name = file.getFileName().toString();
    return name.endsWith(".zip") ? "shp" : name.substring(name.lastIndexOf('.') + 1);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
