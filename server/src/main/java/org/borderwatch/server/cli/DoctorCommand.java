package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.DatabaseProblem;
import org.borderwatch.server.database.PrivateCluster;
import org.borderwatch.server.doctor.DatabaseCheckup;
import org.borderwatch.server.doctor.Finding;
import org.borderwatch.server.doctor.MachineCheckup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with the machine, the database and the data; changes nothing. */
@Command(
    name = "doctor",
    description = "Say what is wrong with the machine, the database and the data; changes nothing.")
final class DoctorCommand implements Callable<Integer> {
  private final CommandLineTool tool;

  @Spec private CommandSpec spec;

  DoctorCommand(CommandLineTool tool) {
    this.tool = tool;
  }

  @Override
  public Integer call() {
    ServerConfig config = tool.config(Map.of());
    String url = config.databaseUrl();
    List<Finding> findings =
        new ArrayList<>(new MachineCheckup(config.dataFolder(), url == null).look());
    try {
      findings.addAll(
          url == null
              ? ofCluster(config.dataFolder())
              : new DatabaseCheckup(DatabaseAddress.parse(url)).look());
    } catch (DatabaseProblem problem) {
      findings.add(new Finding(Finding.Level.BAD, problem.wrong(), problem.remedy()));
    }
    return print(findings);
  }

  private static List<Finding> ofCluster(Path dataFolder) {
    if (!PrivateCluster.exists(dataFolder)) {
      return List.of(
          new Finding(
              Finding.Level.WARN,
              "there is no database in " + dataFolder + " yet",
              "scripts/run makes one"));
    }
    try (PrivateCluster cluster = PrivateCluster.open(dataFolder)) {
      return new DatabaseCheckup(cluster.owner()).look();
    }
  }

  private int print(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(finding.line()));
    out.flush();
    boolean bad = findings.stream().anyMatch(one -> one.level() == Finding.Level.BAD);
    return bad ? ExitCode.PARTLY : ExitCode.DONE;
  }
}
