package org.borderwatch.server.hotspot;

import org.borderwatch.server.hotspot.local.Correction;

/**
 * When a place counts as hot or cold in a step, and when its scores as rising or falling.
 *
 * @param correction among the places of one step
 * @param alpha level of hot and cold
 * @param trendAlpha level of the trend
 */
record EmergingOptions(Correction correction, double alpha, double trendAlpha) {}
