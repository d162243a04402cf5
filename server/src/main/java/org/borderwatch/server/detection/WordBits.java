package org.borderwatch.server.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.borderwatch.data.Word;

/** The bits of the words of one list, found by the bytes of their codes. Immutable. */
final class WordBits {
  private final byte[][] codes;
  private final int[] bits;

  private WordBits(byte[][] codes, int[] bits) {
    this.codes = codes;
    this.bits = bits;
  }

  static <E extends Word> WordBits of(E[] words, ToIntFunction<E> bit) {
    return new WordBits(
        Arrays.stream(words)
            .map(word -> word.code().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new),
        Arrays.stream(words).mapToInt(bit).toArray());
  }

  /** The bit of the word in {@code bytes} from {@code from} to before {@code until}; 0 if none. */
  int find(byte[] bytes, int from, int until) {
    for (int i = 0; i < codes.length; i++) {
      byte[] code = codes[i];
      if (Arrays.equals(bytes, from, until, code, 0, code.length)) {
        return bits[i];
      }
    }
    return 0;
  }
}
