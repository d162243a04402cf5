package org.borderwatch.server.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.backup.BackupException;
import org.borderwatch.server.config.ConfigException;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.DatabaseProblem;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.ingest.EffortKind;
import org.borderwatch.server.process.AnalysisProcesses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of the jar: every verb stands in {@link #commandLine}. */
@Command(
    name = "borderwatch",
    description = "Records of border crossings: import them, keep them safe, see them on a map.",
    versionProvider = SoftwareVersion.class,
    synopsisSubcommandLabel = "VERB")
public final class CommandLineTool {
  /** A command works alone; the server beside it has a pool of its own. */
  private static final int POOL = 3;

  private final Map<String, String> environment;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "FOLDER",
      description = "Data folder (default var); before or after the verb.")
  private @Nullable String data;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Say how it is used.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Say which version it is.")
  private boolean version;

  private CommandLineTool(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs one command line of this process and gives its exit code. */
  public static int run(Server server, String... words) {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return commandLine(server, System.getenv(), input).execute(words);
  }

  /** All verbs, ready to run with an environment. */
  static CommandLine commandLine(
      Server server, Map<String, String> environment, BufferedReader input) {
    return commandLine(server, environment, input, ProcessCatalogue::of);
  }

  /** The same with other processes. */
  static CommandLine commandLine(
      Server server,
      Map<String, String> environment,
      BufferedReader input,
      BiFunction<Database, DetectionIndex, AnalysisProcesses> catalogue) {
    CommandLineTool tool = new CommandLineTool(environment);
    CommandLine line =
        new CommandLine(tool)
            .addSubcommand("serve", new ServeCommand(tool, server).spec())
            .addSubcommand(
                "import",
                new CommandLine(new ImportCommand())
                    .addSubcommand("detections", new ImportDetectionsCommand(tool))
                    .addSubcommand(
                        EffortKind.TRACKS.collection(),
                        new ImportEffortCommand(tool, EffortKind.TRACKS))
                    .addSubcommand(
                        EffortKind.WATCHES.collection(),
                        new ImportEffortCommand(tool, EffortKind.WATCHES))
                    .addSubcommand("routes", new ImportRoutesCommand(tool))
                    .addSubcommand("outcomes", new ImportOutcomesCommand(tool))
                    .addSubcommand("network", new ImportNetworkCommand(tool))
                    .addSubcommand("elevation", new ImportElevationCommand(tool)))
            .addSubcommand("export", new ExportCommand(tool, catalogue))
            .addSubcommand("process", new ProcessCommand(tool, catalogue))
            .addSubcommand("account", new AccountCommand(tool, input))
            .addSubcommand("demo", new DemoCommand(tool))
            .addSubcommand("backup", new BackupCommand(tool))
            .addSubcommand("restore", new RestoreCommand(tool))
            .addSubcommand("doctor", new DoctorCommand(tool));
    return line.setExecutionStrategy(new CommandLine.RunLast())
        .setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, command));
  }

  /** The settings, with the data folder of the command line. */
  ServerConfig config(Map<String, String> flags) {
    Map<String, String> all = new HashMap<>(flags);
    if (data != null) {
      all.put(ServerConfig.DATA, data);
    }
    return ServerConfig.load(all, environment);
  }

  /** The database of the data folder, started when it does not run. */
  Storage storage() {
    ServerConfig config = config(Map.of());
    return Storage.open(config.dataFolder(), config.databaseUrl(), POOL);
  }

  /** What a person can put right is told in words; anything else shows where it happened. */
  private static int explain(Exception failed, CommandLine command) {
    PrintWriter errors = command.getErr();
    if (failed instanceof ApiException refused) {
      errors.println("borderwatch: " + refused.problem().detail());
    } else if (failed instanceof DatabaseProblem
        || failed instanceof ConfigException
        || failed instanceof BackupException
        || failed instanceof CommandException) {
      errors.println("borderwatch: " + failed.getMessage());
    } else {
      failed.printStackTrace(errors);
    }
    errors.flush();
    return ExitCode.NOTHING;
  }
}
