package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

  /** {@code wWdD}: on foot, back, by vehicle, back; {@code -} where closed. */
  @ParameterizedTest
  @CsvSource({
    "RESIDENTIAL, '', wWdD",
    "RESIDENTIAL, oneway=yes, wWd-",
    "RESIDENTIAL, oneway=-1, wW-D",
    "RESIDENTIAL, oneway=no, wWdD",
    "RESIDENTIAL, oneway=reversible, wWdD",
    "RESIDENTIAL, oneway=yes;oneway:motor_vehicle=no, wWdD",
    "RESIDENTIAL, junction=roundabout, wWd-",
    "RESIDENTIAL, junction=circular;oneway=no, wWdD",
    "RESIDENTIAL, access=private, ----",
    "RESIDENTIAL, access=private;foot=yes, wW--",
    "RESIDENTIAL, access=no;motor_vehicle=destination, --dD",
    "RESIDENTIAL, access=destination, wWdD",
    "RESIDENTIAL, access=unknown, wWdD",
    "RESIDENTIAL, vehicle=no, wW--",
    "RESIDENTIAL, vehicle=no;motorcar=yes, wWdD",
    "RESIDENTIAL, foot=no, --dD",
    "RESIDENTIAL, foot=use_sidepath, --dD",
    "MOTORWAY, '', --d-",
    "MOTORWAY, oneway=no, --dD",
    "MOTORWAY, foot=yes, wWd-",
    "MOTORWAY, access=yes, --d-",
    "MOTORWAY_LINK, '', --dD",
    "TRUNK, '', wWdD",
    "TRUNK, motorroad=yes, --dD",
    "TRACK, '', wWdD",
    "TRACK, access=agricultural, ----",
    "PATH, '', wW--",
    "PATH, access=yes, wW--",
    "PATH, motor_vehicle=yes, wWdD",
    "PATH, oneway=yes, wW--",
    "STEPS, oneway:foot=yes, w---",
    "STEPS, oneway:foot=-1, -W--",
    "PEDESTRIAN, '', wW--",
  })
  void tagsSayWhoMayGoWhere(WayClass wayClass, String tags, String passage) {
    Passage found = AccessRules.passage(wayClass, tags(tags));
    assertThat(
            sign(found.walk(), "w")
                + sign(found.walkBack(), "W")
                + sign(found.drive(), "d")
                + sign(found.driveBack(), "D"))
        .isEqualTo(passage);
  }

  private static String sign(boolean open, String letter) {
    return open ? letter : "-";
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=bollard, true, false",
    "barrier=bollard;access=yes, true, false",
    "barrier=bollard;motor_vehicle=yes, false, false",
    "barrier=gate, false, false",
    "barrier=gate;locked=yes, true, false",
    "barrier=gate;access=private, true, true",
    "barrier=gate;access=no;foot=yes, true, false",
    "barrier=gate;vehicle=no, true, false",
    "barrier=lift_gate;motorcar=no, true, false",
    "barrier=cattle_grid, false, false",
    "barrier=border_control, false, false",
    "barrier=something_new, false, false",
  })
  void barriersStopWhomTheyAreMadeFor(String tags, boolean vehicles, boolean walkers) {
    Barrier barrier = Objects.requireNonNull(AccessRules.barrier(tags(tags)));
    assertThat(barrier.stopsVehicles()).isEqualTo(vehicles);
    assertThat(barrier.stopsWalkers()).isEqualTo(walkers);
  }

  private static Tags tags(String text) {
    Tags tags = new Tags();
    for (String tag : text.split(";")) {
      String[] parts = tag.split("=", 2);
      if (parts.length == 2) {
        tags.put(Objects.requireNonNull(TagKey.of(parts[0])), parts[1]);
      }
    }
    return tags;
  }
}
