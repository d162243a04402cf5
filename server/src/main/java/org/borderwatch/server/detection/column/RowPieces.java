package org.borderwatch.server.detection.column;

import java.util.List;

/** Several buffers read as one: the rows of the first, then those of the second, and so on. */
final class RowPieces {
  private final List<RowBuffer> buffers;
  private final int[] starts;

  RowPieces(List<RowBuffer> buffers) {
    this.buffers = List.copyOf(buffers);
    this.starts = new int[buffers.size() + 1];
    for (int i = 0; i < buffers.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], buffers.get(i).size());
    }
  }

  int size() {
    return starts[buffers.size()];
  }

  int get(int row, int field) {
    int buffer = bufferOf(row);
    return buffers.get(buffer).get(row - starts[buffer], field);
  }

  /** Copies all fields of a row to {@code target} from {@code at} on. */
  void copy(int row, int[] target, int at) {
    int buffer = bufferOf(row);
    buffers.get(buffer).copy(row - starts[buffer], target, at);
  }

  private int bufferOf(int row) {
    int buffer = 0;
    while (row >= starts[buffer + 1]) {
      buffer++;
    }
    return buffer;
  }
}
