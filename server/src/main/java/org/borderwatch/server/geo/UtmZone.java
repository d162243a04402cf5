package org.borderwatch.server.geo;

/**
 * Universal Transverse Mercator on WGS 84: degrees to metres and back.
 *
 * <p>Krüger's series in the third flattening to the sixth order (Karney 2011, Transverse Mercator
 * with an accuracy of a few nanometers, equations 35 and 36): better than a micrometre within 30
 * degrees of the middle. Scale is 0.9996 on the middle and grows by 0.1 % at 2.9 degrees from it.
 * Immutable, hence thread-safe.
 *
 * @param number 1 to 60; the middle is the meridian {@code 6 number - 183}
 * @param north whether metres north are counted from the equator; otherwise from 10,000 km south
 */
public record UtmZone(int number, boolean north) {
  /** All of Viet Nam's land border, whose metres design and database use: EPSG:32648. */
  public static final UtmZone VIET_NAM = new UtmZone(48, true);

  private static final double SCALE = 0.9996;
  private static final double FALSE_EAST = 500_000;
  private static final double FALSE_NORTH = 10_000_000;
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double SQUARE = FLATTENING * (2 - FLATTENING);
  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double RECTIFYING_METRES =
      SEMI_MAJOR_METRES / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64 + Math.pow(N, 6) / 256);

  private static final double[] TO_PLANE = {
    series(1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800),
    series(0, 13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1935360),
    series(0, 0, 61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440),
    series(0, 0, 0, 49561.0 / 161280, -179.0 / 168, 6601661.0 / 7257600),
    series(0, 0, 0, 0, 34729.0 / 80640, -3418889.0 / 1995840),
    series(0, 0, 0, 0, 0, 212378941.0 / 319334400)
  };

  private static final double[] TO_EARTH = {
    series(1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604800),
    series(0, 1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1118711.0 / 3870720),
    series(0, 0, 17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720),
    series(0, 0, 0, 4397.0 / 161280, -11.0 / 504, -830251.0 / 7257600),
    series(0, 0, 0, 0, 4583.0 / 161280, -108847.0 / 3991680),
    series(0, 0, 0, 0, 0, 20648693.0 / 638668800)
  };

  public UtmZone {
    if (number < 1 || number > 60) {
      throw new IllegalArgumentException("UTM zone is " + number + "; 1 to 60");
    }
  }

  /** The zone that holds a point in degrees, without the exceptions of Norway and Svalbard. */
  public static UtmZone of(double lon, double lat) {
    int number = (int) Math.floor((lon + 180) / 6) % 60 + 1;
    return new UtmZone(number, lat >= 0);
  }

  /** The zone with a code such as {@code EPSG:32648}. */
  public static UtmZone ofEpsg(String code) {
    int number = Integer.parseInt(code.substring("EPSG:".length()));
    return new UtmZone(number % 100, number < 32_700);
  }

  /** Its code, such as {@code EPSG:32648}. */
  public String epsg() {
    return "EPSG:" + ((north ? 32_600 : 32_700) + number);
  }

  /** A point of the plane, metres east and north. */
  public record Metres(double east, double north) {}

  /** A point on Earth in degrees. */
  public record Degrees(double lon, double lat) {}

  /** Where a point in degrees lies in the plane. */
  public Metres metres(double lon, double lat) {
    double[] target = new double[2];
    metres(lon, lat, target, 0);
    return new Metres(target[0], target[1]);
  }

  /** The same for many: metres east go to {@code target[at]}, north to {@code target[at + 1]}. */
  public void metres(double lon, double lat, double[] target, int at) {
    double phi = Math.toRadians(lat);
    double sinPhi = Math.sin(phi);
    double cosPhi = Math.cos(phi);
    double lambda = Math.toRadians(halfTurn(lon - middle()));
    double cos = Math.cos(lambda);
    double sin = Math.sin(lambda);
    double sigma = sigma(sinPhi);
    double conformal = (sinPhi * Math.sqrt(1 + sigma * sigma) - sigma) / cosPhi;
    double size = Math.sqrt(conformal * conformal + cos * cos);
    double sinXi = conformal / size;
    double cosXi = cos / size;
    double sinhEta = sin / size;
    double coshEta = Math.sqrt(1 + sinhEta * sinhEta);
    Complex sum = Complex.series(TO_PLANE, sinXi, cosXi, sinhEta, coshEta);
    double xi = (cos > 0 ? Math.atan(conformal / cos) : Math.atan2(conformal, cos)) + sum.re();
    double eta = Math.copySign(Math.log(Math.abs(sinhEta) + coshEta), sin) + sum.im();
    target[at] = FALSE_EAST + SCALE * RECTIFYING_METRES * eta;
    target[at + 1] = (north ? 0 : FALSE_NORTH) + SCALE * RECTIFYING_METRES * xi;
  }

  /** Which point in degrees lies there in the plane. */
  public Degrees degrees(double eastMetres, double northMetres) {
    double xi = (northMetres - (north ? 0 : FALSE_NORTH)) / (SCALE * RECTIFYING_METRES);
    double eta = (eastMetres - FALSE_EAST) / (SCALE * RECTIFYING_METRES);
    Complex sum =
        Complex.series(TO_EARTH, Math.sin(xi), Math.cos(xi), Math.sinh(eta), Math.cosh(eta));
    double sinh = Math.sinh(eta - sum.im());
    double cos = Math.cos(xi - sum.re());
    double conformal = Math.sin(xi - sum.re()) / Math.sqrt(sinh * sinh + cos * cos);
    double lon = halfTurn(middle() + Math.toDegrees(Math.atan2(sinh, cos)));
    return new Degrees(lon, Math.toDegrees(Math.atan(tau(conformal))));
  }

  /**
   * A point of the complex plane.
   *
   * @param re part along the meridian
   * @param im part across it
   */
  private record Complex(double re, double im) {
    /**
     * The sum of {@code a[j - 1] sin(2 j (xi + i eta))} by Clenshaw's recurrence, which needs the
     * four functions of the single angle only.
     */
    static Complex series(double[] a, double sinXi, double cosXi, double sinhEta, double coshEta) {
      double sin2 = 2 * sinXi * cosXi;
      double cos2 = (cosXi - sinXi) * (cosXi + sinXi);
      double sinh2 = 2 * sinhEta * coshEta;
      double cosh2 = 1 + 2 * sinhEta * sinhEta;
      double re = 2 * cos2 * cosh2;
      double im = -2 * sin2 * sinh2;
      double nowRe = 0;
      double nowIm = 0;
      double lastRe = 0;
      double lastIm = 0;
      for (int j = a.length - 1; j >= 0; j--) {
        double nextRe = re * nowRe - im * nowIm - lastRe + a[j];
        double nextIm = re * nowIm + im * nowRe - lastIm;
        lastRe = nowRe;
        lastIm = nowIm;
        nowRe = nextRe;
        nowIm = nextIm;
      }
      double sinRe = sin2 * cosh2;
      double sinIm = cos2 * sinh2;
      return new Complex(sinRe * nowRe - sinIm * nowIm, sinRe * nowIm + sinIm * nowRe);
    }
  }

  /** The same direction within -180 to 180 degrees. */
  private static double halfTurn(double degrees) {
    return Math.abs(degrees) <= 180 ? degrees : Math.IEEEremainder(degrees, 360);
  }

  private double middle() {
    return 6.0 * number - 183;
  }

  /** Newton's method on the tangent of the latitude; three rounds reach the last bits. */
  private static double tau(double conformal) {
    double tau = conformal;
    for (int round = 0; round < 5; round++) {
      double hypot = Math.hypot(1, tau);
      double sigma = sigma(tau / hypot);
      double found = tau * Math.hypot(1, sigma) - sigma * hypot;
      double step =
          (conformal - found)
              / Math.hypot(1, found)
              * (1 + (1 - SQUARE) * tau * tau)
              / ((1 - SQUARE) * hypot);
      tau += step;
      if (!(Math.abs(step) > 1e-15 * Math.max(1, Math.abs(tau)))) {
        break;
      }
    }
    return tau;
  }

  private static double series(double... coefficients) {
    double sum = 0;
    double power = 1;
    for (double coefficient : coefficients) {
      power *= N;
      sum += coefficient * power;
    }
    return sum;
  }

  /**
   * {@code sinh(e atanh(e sin phi))}, e the eccentricity. As e squared is 0.0067, seven terms of
   * the one series and three of the other leave nothing that a double could hold.
   */
  private static double sigma(double sinPhi) {
    double x = SQUARE * sinPhi * sinPhi;
    double sum = 1.0 / 11 + x * (1.0 / 13);
    sum = 1.0 / 7 + x * (1.0 / 9 + x * sum);
    sum = 1 + x * (1.0 / 3 + x * (1.0 / 5 + x * sum));
    double inner = SQUARE * sinPhi * sum;
    double square = inner * inner;
    return inner * (1 + square / 6 * (1 + square / 20));
  }
}
