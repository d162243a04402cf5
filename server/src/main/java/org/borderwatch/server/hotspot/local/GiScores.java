package org.borderwatch.server.hotspot.local;

/**
 * What Gi* says of each place, in the order of the values.
 *
 * @param z standard deviations above chance: positive is hot, negative cold; NaN where the value
 *     was NaN
 * @param p two-sided, of the normal distribution; NaN where z is
 * @param mean of all values that aren't NaN; NaN of none
 * @param sd their standard deviation, with n (not n - 1) below; NaN of none
 */
@SuppressWarnings("ArrayRecordComponent") // A million places; compared by nobody.
public record GiScores(double[] z, double[] p, double mean, double sd) {}
