package org.borderwatch.server.geo;

/** A station by its code and names, for lists and labels. */
public record Station(String code, String name, String nameEn) {}
