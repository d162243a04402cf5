package org.borderwatch.server.hotspot;

import org.borderwatch.data.Word;
import org.borderwatch.server.hotspot.local.EmpiricalBayes;

/** What is done to rates before they are scored. */
enum Smoothing implements Word {
  /** Nothing: a place hardly watched may have any rate. */
  NONE {
    @Override
    double[] rates(double[] events, double[] exposure) {
      double[] rates = new double[events.length];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = exposure[i] > 0 ? events[i] / exposure[i] : Double.NaN;
      }
      return rates;
    }
  },

  /** Empirical Bayes, see {@link EmpiricalBayes}. */
  EB {
    @Override
    double[] rates(double[] events, double[] exposure) {
      return EmpiricalBayes.smooth(events, exposure);
    }
  };

  /** Events for each unit of exposure; NaN where there is none. */
  abstract double[] rates(double[] events, double[] exposure);
}
