package org.borderwatch.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.network.LeftOut;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.network.NetworkImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports roads and trails in place of those that are stored. */
@Command(
    name = "network",
    description = {
      "Import roads and trails from OpenStreetMap (.osm.pbf, .osm, .osm.gz) or lines as GeoJSON.",
      "All files together become the network, in place of the one that is stored.",
      "What was left out and why is told. Heights come from \"import elevation\", before or after.",
      "Exit code 0: done; 1: done, but for elements that could not be understood; 2: nothing was"
          + " done."
    })
final class ImportNetworkCommand implements Callable<Integer> {
  /** What is left out as it should be is no failure; this is. */
  private static final Set<LeftOut.Reason> NOT_UNDERSTOOD =
      Set.of(
          LeftOut.Reason.NO_PLACE, LeftOut.Reason.OTHER_GEOMETRY, LeftOut.Reason.UNKNOWN_FEATURE);

  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
  private List<Path> files;

  @Option(
      names = "--within-km",
      paramLabel = "KM",
      description = "Only what touches a strip of so many kilometres on either side of the border.")
  private @Nullable Double withinKm;

  @Option(names = "--dry-run", description = "Read everything, store nothing.")
  private boolean dryRun;

  @Option(names = "--synthetic", description = "The network was made by a simulation.")
  private boolean synthetic;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Who is written down as having imported (default: who runs this).")
  private String account = System.getProperty("user.name", "cli");

  ImportNetworkCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    if (withinKm != null && !(withinKm > 0)) {
      throw new CommandException("--within-km is " + withinKm + "; expected more than 0");
    }
    ReadableFiles.require(files);
    NetworkImport.Request request =
        new NetworkImport.Request(
            files,
            ReadableFiles.names(files),
            withinKm == null ? OptionalDouble.empty() : OptionalDouble.of(withinKm),
            synthetic,
            dryRun,
            account);
    try (Storage storage = tool.storage();
        ShareBar bar = new ShareBar("network", spec.commandLine().getErr())) {
      NetworkImport imports =
          new NetworkImport(storage.database(), () -> new BorderLocator(LandBorder.load()));
      NetworkImport.Result result = imports.run(request, bar::share, () -> false);
      bar.close();
      if (!dryRun) {
        new CommandAudit(storage.database().jdbi())
            .changed("import network", String.join(", ", request.names()), result.stored().edges());
      }
      return tell(result);
    } catch (UnreadableFileException e) {
      return ReadableFiles.tell(e, spec.commandLine().getErr());
    }
  }

  private int tell(NetworkImport.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    var report = result.report();
    out.printf(
        Locale.ROOT,
        "%,d nodes, %,d ways and %,d relations read in %.1f s (%.1f s a million nodes)%n",
        report.found().nodes(),
        report.found().ways(),
        report.found().relations(),
        result.seconds(),
        result.seconds() / Math.max(report.found().nodes(), 1) * 1e6);
    out.printf("%-16s %10s %10s %12s%n", "class", "ways", "edges", "km");
    report
        .classes()
        .forEach(
            (wayClass, count) ->
                out.printf(
                    Locale.ROOT,
                    "%-16s %,10d %,10d %,12.1f%n",
                    wayClass.code(),
                    count.ways(),
                    count.edges(),
                    count.km()));
    report
        .features()
        .forEach((kind, count) -> out.printf(Locale.ROOT, "%-16s %,10d%n", kind.code(), count));
    report.leftOut().forEach(one -> out.println("left out: " + line(one)));
    out.printf(
        Locale.ROOT,
        "%s: %,d nodes, %,d edges, %,.1f km in %,d connected parts, the largest of %,d nodes%s%n",
        result.dryRun() ? "would be stored" : "stored",
        result.stored().nodes(),
        result.stored().edges(),
        report.km(),
        result.stored().parts(),
        result.stored().largestPart(),
        result.synthetic() ? "; synthetic" : "");
    out.flush();
    boolean all = report.leftOut().stream().noneMatch(one -> NOT_UNDERSTOOD.contains(one.why()));
    return all ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private static String line(LeftOut one) {
    return String.format(
        Locale.ROOT,
        "%,d %s%s: %s (%s)",
        one.count(),
        one.why().counted(),
        one.what().isEmpty() ? "" : ", " + one.what(),
        one.why().text(),
        String.join(", ", one.examples()));
  }
}
