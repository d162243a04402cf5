package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class TileLineTest {
  private static final TileCoord TILE = new TileCoord(12, 1793, 3261);
  private static final GeometryFactory JTS = new GeometryFactory();

  /** Where units are in degrees. */
  private static double lon(double x) {
    return WebMercator.lon(TILE.westPixel() + x / 16, TILE.zoom());
  }

  private static double lat(double y) {
    return WebMercator.lat(TILE.northPixel() + y / 16, TILE.zoom());
  }

  private static MvtLines.Parts drawn(int least, double... xy) {
    TileLine line = new TileLine(TILE, least);
    MvtLines.Parts parts = new MvtLines.Parts();
    for (int i = 0; i < xy.length; i += 2) {
      line.to(lon(xy[i]), lat(xy[i + 1]), parts);
    }
    line.end(parts);
    return parts;
  }

  @Test
  void aLineInsideStaysAsItIs() {
    assertThat(drawn(1, 100, 100, 300, 200, 4_000, 4_090).all())
        .containsExactly(new int[] {100, 100, 300, 200, 4_000, 4_090});
  }

  @Test
  void aLineIsCutAtTheMargin() {
    assertThat(drawn(1, -200, 100, 200, 100).all()).containsExactly(new int[] {-64, 100, 200, 100});
    assertThat(drawn(1, 100, 5_000, 100, -5_000).all())
        .containsExactly(new int[] {100, 4_160, 100, -64});
    assertThat(drawn(1, 5_000, 0, 5_000, 100).all()).isEmpty();
    assertThat(drawn(1, -100, 5_000, 5_000, 4_200).all()).isEmpty();
  }

  @Test
  void aLineThatLeavesAndComesBackHasTwoParts() {
    assertThat(drawn(1, 4_000, 100, 5_000, 100, 5_000, 200, 4_000, 200).all())
        .containsExactly(new int[] {4_000, 100, 4_160, 100}, new int[] {4_160, 200, 4_000, 200});
  }

  @Test
  void verticesThatAreTooNearGoButTheEndsStay() {
    assertThat(drawn(16, 100, 100, 105, 105, 110, 100, 200, 100, 205, 100).all())
        .containsExactly(new int[] {100, 100, 205, 100});
    assertThat(drawn(16, 100, 100, 103, 100).all()).containsExactly(new int[] {100, 100, 103, 100});
    assertThat(drawn(16, 100, 100, 100.2, 100).all()).isEmpty();
  }

  @Test
  void aPointOrNothingIsNoLine() {
    assertThat(drawn(1).all()).isEmpty();
    assertThat(drawn(1, 100, 100).all()).isEmpty();
    assertThat(drawn(1, 100, 100, 100, 100).all()).isEmpty();
  }

  @Test
  void asMuchIsLeftAsLiesInsideTheBox() {
    Random random = new Random(11);
    Geometry box = JTS.toGeometry(new Envelope(-64, 4_160, -64, 4_160));
    for (int round = 0; round < 200; round++) {
      double[] xy = new double[2 * (2 + random.nextInt(20))];
      Coordinate[] line = new Coordinate[xy.length / 2];
      for (int i = 0; i < line.length; i++) {
        xy[2 * i] = -4_000 + 12_000 * random.nextDouble();
        xy[2 * i + 1] = -4_000 + 12_000 * random.nextDouble();
        line[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      }
      double expected = 0;
      for (int i = 1; i < line.length; i++) {
        Coordinate[] segment = {line[i - 1], line[i]};
        expected += JTS.createLineString(segment).intersection(box).getLength();
      }
      double length = 0;
      for (int[] part : drawn(0, xy).all()) {
        for (int i = 2; i < part.length; i += 2) {
          length += Math.hypot(part[i] - part[i - 2], part[i + 1] - part[i - 1]);
        }
      }
      // Each end is rounded to a whole unit.
      assertThat(length).isCloseTo(expected, within(1.5 * line.length));
    }
  }
}
