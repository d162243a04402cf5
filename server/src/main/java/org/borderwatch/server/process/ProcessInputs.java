package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.ApiException.BadParameter;

/**
 * The inputs of a process as they came, read by name with an error that says what is expected. An
 * input that is null counts as left out.
 */
public final class ProcessInputs {
  private final JsonNode inputs;

  /**
   * The members of {@code inputs}.
   *
   * @param known names of the inputs that there are
   * @throws BadParameter when it isn't an object, or names an input that isn't known
   */
  public ProcessInputs(JsonNode inputs, Set<String> known) {
    if (!inputs.isObject()) {
      throw new BadParameter("inputs", "inputs has to be an object: a member for each input");
    }
    inputs.fieldNames().forEachRemaining(name -> require(name, known));
    this.inputs = inputs;
  }

  private static void require(String name, Set<String> known) {
    if (!known.contains(name)) {
      String remedy =
          LikelyWord.among(known, name)
              .map(near -> "is " + near + " meant?")
              .orElse("known are " + String.join(", ", known));
      throw new BadParameter(name, "Unknown input " + name + "; " + remedy);
    }
  }

  /** All of them, as they came. */
  public JsonNode json() {
    return inputs;
  }

  /** Whether the input is there. */
  public boolean has(String name) {
    return inputs.hasNonNull(name);
  }

  /** Whether the input is a number, where it may be that or a text. */
  public boolean isNumber(String name) {
    return has(name) && inputs.get(name).isNumber();
  }

  /** The input as it came. */
  public Optional<JsonNode> json(String name) {
    return has(name) ? Optional.of(inputs.get(name)) : Optional.empty();
  }

  /** A number; refused outside {@code least} to {@code most}. */
  public OptionalDouble number(String name, double least, double most) {
    if (!has(name)) {
      return OptionalDouble.empty();
    }
    JsonNode value = inputs.get(name);
    if (value.isNumber() && value.asDouble() >= least && value.asDouble() <= most) {
      return OptionalDouble.of(value.asDouble());
    }
    throw bad(name, "a number from " + plain(least) + " to " + plain(most));
  }

  /** A whole number; refused outside {@code least} to {@code most}. */
  public OptionalInt whole(String name, int least, int most) {
    OptionalLong found = wholeLong(name, least, most);
    return found.isPresent() ? OptionalInt.of((int) found.getAsLong()) : OptionalInt.empty();
  }

  /** A whole number; refused outside {@code least} to {@code most}. */
  public OptionalLong wholeLong(String name, long least, long most) {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    JsonNode value = inputs.get(name);
    boolean whole = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
    if (whole && value.asLong() >= least && value.asLong() <= most) {
      return OptionalLong.of(value.asLong());
    }
    throw bad(name, "a whole number from " + least + " to " + most);
  }

  /** True or false. */
  public Optional<Boolean> truth(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (inputs.get(name).isBoolean()) {
      return Optional.of(inputs.get(name).asBoolean());
    }
    throw bad(name, "true or false");
  }

  /** A text that isn't empty. */
  public Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (inputs.get(name).isTextual() && !inputs.get(name).asText().isBlank()) {
      return Optional.of(inputs.get(name).asText().strip());
    }
    throw bad(name, "a text");
  }

  /** A list of {@code least} to {@code most} finite numbers. */
  public Optional<double[]> numbers(String name, int least, int most) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode list = inputs.get(name);
    double[] numbers = new double[list.isArray() ? list.size() : 0];
    boolean isRight = list.isArray() && numbers.length >= least && numbers.length <= most;
    for (int i = 0; i < numbers.length && isRight; i++) {
      numbers[i] = list.get(i).asDouble();
      isRight = list.get(i).isNumber() && Double.isFinite(numbers[i]);
    }
    if (!isRight) {
      throw bad(
          name, "a list of %s numbers".formatted(least == most ? least : least + " to " + most));
    }
    return Optional.of(numbers);
  }

  /** A list of texts or whole numbers, as texts; empty when it is left out. */
  public List<String> labels(String name, int most) {
    List<String> labels = new ArrayList<>();
    if (!has(name)) {
      return labels;
    }
    JsonNode list = inputs.get(name);
    for (JsonNode label : list) {
      if (label.isTextual() || label.isIntegralNumber()) {
        labels.add(label.asText());
      }
    }
    if (!list.isArray() || labels.size() < list.size() || labels.size() > most) {
      throw bad(name, "a list of at most " + most + " ids");
    }
    return labels;
  }

  /** One of the words of {@code type}. */
  public <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> type) {
    return text(name)
        .map(
            code ->
                Word.byCode(type, code)
                    .orElseThrow(
                        () -> bad(name, "one of " + String.join(", ", Word.codes(type).keySet()))));
  }

  /** What to throw when the input isn't what is {@code expected}. */
  public BadParameter bad(String name, String expected) {
    String given = inputs.path(name).toString();
    String shown = given.length() <= 60 ? given : given.substring(0, 60) + "…";
    return new BadParameter(name, "%s is %s; expected %s".formatted(name, shown, expected));
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
