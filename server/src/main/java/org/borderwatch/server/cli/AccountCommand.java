package org.borderwatch.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.borderwatch.data.Word;
import org.borderwatch.server.access.AccountSummary;
import org.borderwatch.server.access.Accounts;
import org.borderwatch.server.access.CommandAudit;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.database.Storage;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may come in, managed beside the page: the way back in when nobody can. */
@Command(
    name = "account",
    description = "Add accounts, set passwords, list them.",
    synopsisSubcommandLabel = "add|password|list")
final class AccountCommand {
  private static final String BY = "command line";

  private final CommandLineTool tool;
  private final BufferedReader input;

  @Spec private CommandSpec spec;

  /**
   * @param input where {@code --password-stdin} reads from
   */
  AccountCommand(CommandLineTool tool, BufferedReader input) {
    this.tool = tool;
    this.input = input;
  }

  @Command(
      name = "add",
      description = "Add an account; without a password, a one-time one is made and printed.")
  int add(
      @Parameters(paramLabel = "NAME", description = "a-z, 0-9, dot, hyphen, underscore.")
          String name,
      @Option(
              names = "--role",
              required = true,
              description = "device, recorder, planner, commander, analyst or admin.")
          String role,
      @Option(
              names = "--unit",
              defaultValue = "VN",
              description =
                  "Code of the unit it belongs to, which it sees with all below (default VN).")
          String unit,
      @Option(
              names = "--password-stdin",
              description = "Read the password from a line of the input.")
          boolean fromInput) {
    Role as = role(role);
    String password = password(fromInput);
    try (Storage storage = tool.storage()) {
      Jdbi jdbi = started(storage);
      Optional<String> oneTime = new Accounts(jdbi).add(name, as, unit, password, BY);
      new CommandAudit(jdbi).changed("account add", name, 1);
      say("account " + name + " added");
      oneTime.ifPresent(this::sayOneTime);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "password",
      description =
          "Give an account a new password; its sessions end and its owner has to replace it.")
  int password(
      @Parameters(paramLabel = "NAME", description = "The account.") String name,
      @Option(
              names = "--password-stdin",
              description = "Read the password from a line of the input.")
          boolean fromInput) {
    String password = password(fromInput);
    try (Storage storage = tool.storage()) {
      Jdbi jdbi = started(storage);
      Accounts accounts = new Accounts(jdbi);
      Optional<String> oneTime = Optional.empty();
      if (password == null) {
        oneTime = Optional.of(accounts.resetPassword(name));
      } else {
        accounts.setPassword(name, password);
      }
      new CommandAudit(jdbi).changed("account password", name, 1);
      say("account " + name + " has a new password");
      oneTime.ifPresent(this::sayOneTime);
      return ExitCode.DONE;
    }
  }

  @Command(name = "list", description = "List the accounts.")
  int list() {
    try (Storage storage = tool.storage()) {
      new Accounts(storage.database().jdbi()).list().forEach(account -> say(line(account)));
      return ExitCode.DONE;
    }
  }

  /** The first start of the server makes admin, and only while there is no account at all. */
  private static Jdbi started(Storage storage) {
    Jdbi jdbi = storage.database().jdbi();
    if (new Accounts(jdbi).list().isEmpty()) {
      throw new CommandException(
          "there is no account yet; start scripts/run once, which makes the account admin");
    }
    return jdbi;
  }

  private @Nullable String password(boolean fromInput) {
    if (!fromInput) {
      return null;
    }
    try {
      String line = input.readLine();
      if (line == null || line.isEmpty()) {
        throw new CommandException("--password-stdin found no line to read");
      }
      return line;
    } catch (IOException unreadable) {
      throw new CommandException("the input cannot be read: " + unreadable.getMessage());
    }
  }

  private static Role role(String code) {
    String known = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
    return Word.byCode(Role.class, code)
        .orElseThrow(() -> new CommandException("no role " + code + "; there are " + known));
  }

  private void sayOneTime(String password) {
    say("one-time password: " + password);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static String line(AccountSummary account) {
    String state =
        account.disabled() ? "disabled" : account.mustChange() ? "must change password" : "";
    return "%-20s %-10s %-8s %s"
        .formatted(account.name(), account.role().code(), account.unit(), state)
        .stripTrailing();
  }
}
