package org.borderwatch.server.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.config.Settings;
import org.borderwatch.server.database.AtExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Serves until Ctrl-C or SIGTERM. Its flags are the settings themselves. */
@Command(name = "serve", description = "Serve the page and the API until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final CommandLineTool tool;
  private final Server server;
  private final Map<String, String> flags = new HashMap<>();

  ServeCommand(CommandLineTool tool, Server server) {
    this.tool = tool;
    this.server = server;
  }

  /** The command with a flag for each setting. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this);
    for (Settings.Found setting : ServerConfig.help()) {
      if (!setting.secret() && !setting.name().equals(ServerConfig.DATA)) {
        spec.addOption(setting.standard().equals("true") ? switchOff(setting) : valued(setting));
      }
    }
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    ServerConfig config = tool.config(flags);
    config.describe().lines().forEach(LOG::info);
    AutoCloseable running = server.start(config);
    CountDownLatch stopped = new CountDownLatch(1);
    AtExit.close(
        () -> {
          running.close();
          stopped.countDown();
        });
    stopped.await();
    return ExitCode.DONE;
  }

  private OptionSpec valued(Settings.Found setting) {
    String standard = setting.standard().isEmpty() ? "" : " (default " + setting.standard() + ")";
    return OptionSpec.builder(Settings.flag(setting.name()))
        .type(String.class)
        .paramLabel("VALUE")
        .description(setting.help() + standard)
        .setter(remember(setting, given -> given))
        .build();
  }

  private OptionSpec switchOff(Settings.Found setting) {
    return OptionSpec.builder("--no-" + setting.name())
        .type(boolean.class)
        .arity("0")
        .description("Off: " + setting.help())
        .setter(remember(setting, given -> given.equals("true") ? "false" : null))
        .build();
  }

  private ISetter remember(Settings.Found setting, UnaryOperator<String> meaning) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        String text = value == null ? null : meaning.apply(value.toString());
        if (text == null) {
          flags.remove(setting.name());
        } else {
          flags.put(setting.name(), text);
        }
        return value;
      }
    };
  }
}
