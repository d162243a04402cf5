package org.borderwatch.server.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void aPartOfAPartReportsToTheWhole() {
    List<Double> fractions = new ArrayList<>();
    Progress whole =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            fractions.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return fractions.size() == 3;
          }
        };
    Progress part = whole.part(0.5, 1).part(0, 0.5);
    part.report(0, "");
    part.report(1, "");
    part.check();
    part.report(0.5, "");
    assertThat(fractions).containsExactly(0.5, 0.75, 0.625);
    assertThatThrownBy(part::check).isInstanceOf(CancellationException.class);
  }

  @Test
  void quietIsNotBusyAndARequestIs() {
    Courtesy courtesy = new Courtesy();
    assertThat(courtesy.isBusy()).isFalse();
    courtesy.enter();
    courtesy.enter();
    courtesy.leave();
    assertThat(courtesy.isBusy()).isTrue();
  }
}
