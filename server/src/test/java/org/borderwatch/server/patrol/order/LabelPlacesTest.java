package org.borderwatch.server.patrol.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacesTest {
  private static final Rectangle2D SHEET = new Rectangle2D.Double(0, 0, 400, 300);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noLabelLiesOnAnotherOrOnASymbolOrOffTheSheet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LabelPlaces places = new LabelPlaces(SHEET);
    List<Rectangle2D> taken = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double x = 400 * random.nextDouble();
      double y = 300 * random.nextDouble();
      Rectangle2D symbol = new Rectangle2D.Double(x - 3, y - 3, 6, 6);
      if (taken.stream().noneMatch(symbol::intersects)) {
        places.block(symbol);
        taken.add(symbol);
      }
      places
          .place(x, y, 20 + 40 * random.nextDouble(), 9, 4)
          .ifPresent(
              box -> {
                assertThat(SHEET.contains(box)).isTrue();
                assertThat(taken).noneMatch(box::intersects);
                taken.add(box);
              });
    }
    assertThat(taken).hasSizeGreaterThan(60);
  }

  @Test
  void theFirstPlaceIsAtTheRightAndAbove() {
    Rectangle2D box = new LabelPlaces(SHEET).place(100, 100, 30, 10, 4).orElseThrow();
    assertThat(box).isEqualTo(new Rectangle2D.Double(104, 86, 30, 10));
  }

  @Test
  void whatFindsNoPlaceIsLeftOut() {
    LabelPlaces places = new LabelPlaces(SHEET);
    places.block(SHEET);
    assertThat(places.place(100, 100, 30, 10, 4)).isEmpty();
  }
}
