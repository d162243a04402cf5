package org.borderwatch.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values by name out of three sources over a default: file, environment, flag; the later wins.
 *
 * <p>One call names a setting, its default and its help, so that help cannot drift: reading the
 * settings with no source at all lists them. A name {@code import.max.size} is {@code
 * BORDERWATCH_IMPORT_MAX_SIZE} in the environment and {@code --import-max-size} as a flag. Not
 * thread-safe; built and emptied at start.
 */
public final class Settings {
  /** One setting as it was found. {@code shown} is what may be printed: a secret is masked. */
  public record Found(
      String name, String shown, String origin, String standard, String help, boolean secret) {}

  private final Map<String, String> file;
  private final Map<String, String> environment;
  private final Map<String, String> flags;
  private final List<Found> found = new ArrayList<>();

  /**
   * @param file by setting name
   * @param environment by the name of the variable
   * @param flags by setting name
   */
  public Settings(
      Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {
    this.file = file;
    this.environment = environment;
    this.flags = flags;
  }

  /** The variable of the environment that sets {@code name}. */
  public static String variable(String name) {
    return "BORDERWATCH_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The flag that sets {@code name}. */
  public static String flag(String name) {
    return "--" + name.replace('.', '-');
  }

  /** Any text. An empty default shows as "none". */
  public String text(String name, String standard, String help) {
    return read(name, standard, help, "text", Function.identity(), value -> true);
  }

  /** A text that is never printed, or null when nobody set it. */
  public @Nullable String secret(String name, String help) {
    Source source = find(name, "");
    boolean absent = source.value.isEmpty();
    found.add(new Found(name, absent ? "none" : "********", source.origin, "", help, true));
    return absent ? null : source.value;
  }

  /** A whole number from {@code least} to {@code most}. */
  public int integer(String name, int standard, int least, int most, String help) {
    String expected = "a whole number from " + least + " to " + most;
    Predicate<Integer> inside = number -> number >= least && number <= most;
    return read(name, Integer.toString(standard), help, expected, Integer::valueOf, inside);
  }

  /** A size such as {@code 1GB}, {@code 500 MB} or {@code 4096}, in bytes (units of 1024). */
  public long bytes(String name, String standard, String help) {
    return read(name, standard, help, "a size such as 500MB or 1GB", ByteSize::parse, s -> s > 0);
  }

  /** {@code true} or {@code false} and nothing else. */
  public boolean yes(String name, boolean standard, String help) {
    return read(
        name,
        Boolean.toString(standard),
        help,
        "true or false",
        value -> {
          if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
          }
          return value.equals("true");
        },
        value -> true);
  }

  /** Every setting that was asked for, in that order. */
  public List<Found> found() {
    return List.copyOf(found);
  }

  /**
   * Refuses names in the file that no setting has: a misspelt setting must not be passed over in
   * silence.
   *
   * @param where the file, for the message
   */
  public void refuseUnknown(String where) {
    Set<String> known = found.stream().map(Found::name).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(file.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new ConfigException(
          "%s has unknown settings %s; known are %s"
              .formatted(where, unknown, new TreeSet<>(known)));
    }
  }

  private <T> T read(
      String name,
      String standard,
      String help,
      String expected,
      Function<String, T> parse,
      Predicate<T> fits) {
    Source source = find(name, standard);
    found.add(
        new Found(
            name,
            source.value.isEmpty() ? "none" : source.value,
            source.origin,
            standard,
            help,
            false));
    try {
      T value = parse.apply(source.value);
      if (fits.test(value)) {
        return value;
      }
    } catch (IllegalArgumentException unreadable) {
      // told below, the same way as a value that is out of range
    }
    throw new ConfigException(
        "%s (from %s) is \"%s\"; expected %s"
            .formatted(name, source.origin, source.value, expected));
  }

  private Source find(String name, String standard) {
    String flag = flags.get(name);
    if (flag != null) {
      return new Source(flag, flag(name));
    }
    String variable = environment.get(variable(name));
    if (variable != null && !variable.isEmpty()) {
      return new Source(variable, variable(name));
    }
    String line = file.get(name);
    return line == null ? new Source(standard, "default") : new Source(line.strip(), "file");
  }

  private record Source(String value, String origin) {}
}
