package org.borderwatch.server.patrol.order;

import java.time.Clock;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Places;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.patrol.plan.PlanAddressEndpoints;

/** What goes out of plans: under {@code /api/plans/{id}}. */
public final class OrderApi {
  private final OrderEndpoints orders;

  /** Of the plans at {@code plans}, with maps of a border, in the time of {@code clock}. */
  public OrderApi(PlanAddressEndpoints plans, LandBorder border, Clock clock) {
    this.orders =
        new OrderEndpoints(plans, new OrderPdf(border.lines(), Places.load().all()), clock);
  }

  public void register(RouteTable routes) {
    orders.register(routes);
  }
}
