package org.borderwatch.server.detection.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.borderwatch.server.detection.column.RandomRows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionColumnsTest {
  private static final int FILTERS = 300;

  private static DetectionColumns columns(List<Row> rows, int buffers) {
    List<RowBuffer> parts = new ArrayList<>();
    for (int i = 0; i < buffers; i++) {
      parts.add(new RowBuffer());
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).addTo(parts.get(i % buffers));
    }
    return DetectionColumns.of(parts);
  }

  private static RowBuffer buffer(List<Row> rows) {
    RowBuffer buffer = new RowBuffer();
    rows.forEach(row -> row.addTo(buffer));
    return buffer;
  }

  /** Every counter against a loop over plain records. */
  private static void assertCounts(DetectionColumns columns, List<Row> all, RowFilter filter) {
    List<Row> meant = all.stream().filter(row -> row.isMeantBy(filter)).toList();
    SumCounter sums = new SumCounter();
    columns.scan(filter, sums);
    assertThat(sums.detections()).isEqualTo(meant.size());
    assertThat(sums.persons()).isEqualTo(meant.stream().mapToLong(Row::persons).sum());
    assertThat(sums.women()).isEqualTo(meant.stream().mapToLong(Row::women).sum());
    assertThat(sums.children()).isEqualTo(meant.stream().mapToLong(Row::children).sum());

    ExtentFinder extent = new ExtentFinder();
    columns.scan(filter, extent);
    assertThat(extent.found()).isEqualTo(!meant.isEmpty());
    if (extent.found()) {
      assertThat(extent.first()).isEqualTo(meant.stream().mapToInt(Row::seconds).min().orElse(0));
      assertThat(extent.last()).isEqualTo(meant.stream().mapToInt(Row::seconds).max().orElse(0));
    }

    long[] starts = IntStream.range(0, 40).mapToLong(i -> 690_000_000L + i * 2_900_000L).toArray();
    long[] expected = new long[starts.length];
    for (Row row : meant) {
      int step = 0;
      while (step + 1 < starts.length && starts[step + 1] <= row.seconds()) {
        step++;
      }
      expected[step] += row.persons();
    }
    StepCounter steps = new StepCounter(starts);
    columns.scan(filter, () -> new StepCounter(starts)).forEach(steps::add);
    assertThat(steps.persons()).isEqualTo(expected);
    assertThat(Arrays.stream(steps.detections()).sum()).isEqualTo(meant.size());

    SectionCounter sections = new SectionCounter(5000, 0xffff_ffffL, starts);
    columns.scan(filter, sections);
    long[] bySection = new long[sections.sections()];
    meant.forEach(row -> bySection[(int) Math.floor(row.borderMm() / 1e6 * 1000 / 5000)]++);
    for (int i = 0; i < bySection.length; i++) {
      StepCounter found = sections.section(i);
      assertThat(found == null ? 0 : Arrays.stream(found.detections()).sum())
          .isEqualTo(bySection[i]);
    }
  }

  private static void assertCells(
      DetectionColumns columns, List<Row> all, RowFilter filter, CellGrid grid, boolean persons) {
    long[] expected = new long[grid.columns() * grid.rows()];
    for (Row row : all) {
      if (row.isMeantBy(filter)) {
        long column = ((row.x() + (1L << 31)) >> grid.unitShift()) - grid.westCell();
        long line = ((row.y() + (1L << 31)) >> grid.unitShift()) - grid.northCell();
        if (column >= 0 && column < grid.columns() && line >= 0 && line < grid.rows()) {
          expected[(int) (line * grid.columns() + column)] += persons ? row.persons() : 1;
        }
      }
    }
    CellCounter counter = new CellCounter(grid, persons);
    columns.scan(filter.within(grid.box()), counter);
    assertThat(counter.counts()).isEqualTo(expected);
  }

  @Test
  void nothingIsCountedInNothing() {
    for (DetectionColumns none : List.of(DetectionColumns.EMPTY, columns(List.of(), 2))) {
      assertCounts(none, List.of(), RowFilter.ALL);
      assertThat(none.rows()).isZero();
      assertThat(none.timeSpan()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4095, 4096, 4097, 60_000})
  void anyFilterCountsWhatALoopCounts(int size) {
    RandomRows chance = new RandomRows(size);
    List<Row> rows = chance.rows(size);
    DetectionColumns columns = columns(rows, 3);
    assertThat(columns.rows()).isEqualTo(size);
    assertCounts(columns, rows, RowFilter.ALL);
    for (int i = 0; i < FILTERS; i++) {
      assertCounts(columns, rows, chance.filter());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 8, 10, 12, 14, 18, 22})
  void everyGridCountsWhatALoopCounts(int zoom) {
    RandomRows chance = new RandomRows(zoom);
    List<Row> rows = chance.rows(5000);
    DetectionColumns columns = columns(rows, 1);
    Random random = new Random(zoom);
    for (int i = 0; i < 40; i++) {
      Row middle = rows.get(random.nextInt(rows.size()));
      int shift = random.nextInt(4);
      int unitShift = 24 - zoom + shift;
      long west = ((middle.x() + (1L << 31)) >> unitShift) - random.nextInt(200);
      long north = ((middle.y() + (1L << 31)) >> unitShift) - random.nextInt(200);
      CellGrid grid = CellGrid.ofPixels(zoom, shift, west, north, 290, 280);
      assertCells(columns, rows, i == 0 ? RowFilter.ALL : chance.filter(), grid, i % 2 == 0);
    }
  }

  @Test
  void changesLeaveWhatALoopCounts() throws MissingRowException {
    RandomRows chance = new RandomRows(7);
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>(chance.rows(60_000));
    DetectionColumns columns = columns(rows, 2);
    for (int round = 0; round < 120; round++) {
      DetectionColumns before = columns;
      List<Row> then = List.copyOf(rows);
      Collections.shuffle(rows, random);
      int goes = Math.min(rows.size(), random.nextInt(round % 3 == 0 ? 12_000 : 40));
      List<Removal> removed = rows.subList(0, goes).stream().map(Row::removal).toList();
      rows.subList(0, goes).clear();
      List<Row> added = chance.rows(random.nextInt(round % 5 == 0 ? 20_000 : 40));
      rows.addAll(added);
      columns = columns.changed(removed, buffer(added));
      assertThat(columns.rows()).isEqualTo(rows.size());
      if (round % 10 == 0) {
        for (int i = 0; i < 10; i++) {
          assertCounts(columns, rows, i == 0 ? RowFilter.ALL : chance.filter());
        }
        assertCounts(before, then, RowFilter.ALL);
      }
    }
    assertThat(columns.bytes() / (double) columns.rows()).isLessThan(33);
  }

  @Test
  void everyRowMayGoAndComeBack() throws MissingRowException {
    RandomRows chance = new RandomRows(3);
    List<Row> rows = chance.rows(30_000);
    DetectionColumns columns = columns(rows, 1);
    DetectionColumns none =
        columns.changed(rows.stream().map(Row::removal).toList(), new RowBuffer());
    assertThat(none.rows()).isZero();
    DetectionColumns again = none.changed(List.of(), buffer(rows));
    assertCounts(again, rows, RowFilter.ALL);
    Row moved = rows.get(17);
    Row there = chance.row();
    DetectionColumns after = again.changed(List.of(moved.removal()), buffer(List.of(there)));
    List<Row> expected = new ArrayList<>(rows);
    expected.remove(moved);
    expected.add(there);
    assertCounts(after, expected, RowFilter.ALL);
  }

  @Test
  void manyRowsAtOnePlaceAreFoundToo() throws MissingRowException {
    RandomRows chance = new RandomRows(4);
    Row first = chance.row();
    List<Row> rows = new ArrayList<>();
    for (Row row : chance.rows(30_000)) {
      rows.add(
          new Row(row.rowNo(), first.x(), first.y(), row.seconds(), row.words(), 0, 'a', 1, 0, 0));
    }
    DetectionColumns columns = columns(rows, 1);
    for (Row row : rows.subList(0, 300)) {
      columns = columns.changed(List.of(row.removal()), new RowBuffer());
    }
    assertThat(columns.rows()).isEqualTo(29_700);
    DetectionColumns more = columns.changed(List.of(), buffer(rows.subList(0, 300)));
    assertCounts(more, rows, RowFilter.ALL);
  }

  @Test
  void aRowThatIsNotThereIsNamed() {
    RandomRows chance = new RandomRows(5);
    DetectionColumns columns = columns(chance.rows(100), 1);
    Removal stranger = chance.row().removal();
    assertThatThrownBy(() -> columns.changed(List.of(stranger), new RowBuffer()))
        .isInstanceOf(MissingRowException.class)
        .hasMessageContaining("101");
  }

  @Test
  void aLargeScanGivesEachRowToOneVisitor() {
    RandomRows chance = new RandomRows(6);
    List<Row> rows = chance.rows(300_000);
    DetectionColumns columns = columns(rows, 4);
    var threads = ConcurrentHashMap.<Thread>newKeySet();
    List<SumCounter> parts =
        columns.scan(
            RowFilter.ALL,
            () -> {
              threads.add(Thread.currentThread());
              return new SumCounter();
            });
    assertThat(parts).hasSameSizeAs(threads);
    assertThat(parts.stream().mapToLong(SumCounter::detections).sum()).isEqualTo(rows.size());
    assertThat(parts.stream().mapToLong(SumCounter::persons).sum())
        .isEqualTo(rows.stream().mapToLong(Row::persons).sum());
    assertThat(columns.bytes() / (double) columns.rows()).isLessThan(31);
  }
}
