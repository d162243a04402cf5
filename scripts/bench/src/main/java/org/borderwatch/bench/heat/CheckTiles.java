package org.borderwatch.bench.heat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * Compares the numbers under some of the tiles with SQL's, pixel by pixel; ends with an error when
 * one differs. Words: address, password of admin, data folder, folder of results, number of tiles.
 */
public final class CheckTiles {
  private CheckTiles() {}

  /** Compares. */
  public static void main(String[] words) throws Exception {
    Path results = Path.of(words[3]);
    int tiles = Integer.parseInt(words[4]);
    Visitor visitor = Visitor.signIn(URI.create(words[0]), "admin", words[1]);
    List<TileQuestion> questions = TileQuestion.read(results.resolve("questions.tsv"));
    long counted = 0;
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[2]));
        Connection connection = database.connection()) {
      SqlAnswers truth = new SqlAnswers(connection);
      for (TileQuestion question : questions.subList(0, Math.min(tiles, questions.size()))) {
        counted += check(question, visitor.json(question.numbers()), truth);
      }
    }
    Facts.of(results)
        .say(
            "agreement",
            "all of " + Math.min(tiles, questions.size()) + " tiles, " + counted + " counted");
  }

  private static long check(TileQuestion question, JsonNode answer, SqlAnswers truth)
      throws java.sql.SQLException {
    long[] pixels = truth.pixels(question.filter().filter(), question.tile(), question.weight());
    long sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum += pixels[i];
      if (answer.path("counts").path(i).asLong(-1) != pixels[i]) {
        throw new IllegalStateException(question.numbers() + ": pixel " + i + " differs");
      }
    }
    if (answer.path("sum").asLong(-1) != sum) {
      throw new IllegalStateException(question.numbers() + ": the sum differs");
    }
    return sum;
  }
}
