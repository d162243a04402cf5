package org.borderwatch.server.patrol.cover;

import java.util.List;

/**
 * Which sites to take so that most is covered: maximum coverage (Church and ReVelle 1974) where a
 * site may cover a demand with less than certainty. Efforts at one demand add up: sites with
 * efforts {@code a} and {@code b} leave {@code exp(-a - b)} of it uncovered, so that a second site
 * adds less than the first.
 *
 * @param weights of the demands, finite and not negative
 * @param sites that may be taken
 * @param groups limits on how many are taken of several sites
 * @param choose how many are taken at most, from 0; one that is taken twice counts twice
 */
public record CoverageProblem(double[] weights, List<Site> sites, List<Group> groups, int choose) {
  /** Effort of a site that covers a demand for certain. */
  public static final double CERTAIN = Double.POSITIVE_INFINITY;

  public CoverageProblem {
    sites = List.copyOf(sites);
    groups = List.copyOf(groups);
    if (choose < 0) {
      throw new IllegalArgumentException("choose is " + choose);
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weight " + weight);
      }
    }
  }

  /**
   * A place that may be taken.
   *
   * @param demands numbers of the demands that it covers, each once
   * @param efforts at these demands, above 0; {@link #CERTAIN} covers for certain
   * @param least how often it has to be taken
   * @param most how often it may be taken; 0 excludes it
   */
  public record Site(int[] demands, double[] efforts, int least, int most) {
    public Site {
      if (demands.length != efforts.length || least < 0 || most < least) {
        throw new IllegalArgumentException(
            demands.length + " demands, " + efforts.length + " efforts, " + least + ".." + most);
      }
      for (double effort : efforts) {
        if (!(effort > 0)) {
          throw new IllegalArgumentException("effort " + effort);
        }
      }
    }
  }

  /**
   * A limit on how many are taken of {@code sites}.
   *
   * @param sites their numbers, each once
   * @param least at least so many
   * @param most at most so many
   */
  public record Group(int[] sites, int least, int most) {
    public Group {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException("from " + least + " to " + most);
      }
    }
  }

  /** The same with another number of sites. */
  public CoverageProblem choosing(int sitesAtMost) {
    return new CoverageProblem(weights, sites, groups, sitesAtMost);
  }

  /** Whether every site covers what it covers for certain. */
  public boolean isCertain() {
    return sites.stream()
        .allMatch(
            site -> {
              for (double effort : site.efforts()) {
                if (effort != CERTAIN) {
                  return false;
                }
              }
              return true;
            });
  }

  /** Which share of each demand is covered by what is taken; from 0 to 1. */
  public double[] covered(int[] taken) {
    Covered covered = new Covered(this, taken);
    double[] shares = new double[weights.length];
    for (int demand = 0; demand < shares.length; demand++) {
      shares[demand] = covered.covered(demand);
    }
    return shares;
  }
}
