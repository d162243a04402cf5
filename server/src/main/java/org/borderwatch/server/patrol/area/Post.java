package org.borderwatch.server.patrol.area;

/**
 * A border post from which teams go.
 *
 * @param code of the station
 * @param nameVi what it is called
 * @param nameEn the same in English
 * @param lon degrees east
 * @param lat degrees north
 */
public record Post(String code, String nameVi, String nameEn, double lon, double lat) {}
