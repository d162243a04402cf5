package org.borderwatch.server.ogc;

/**
 * A link of a document.
 *
 * @param href absolute
 * @param rel relation type
 * @param type media type of what is linked
 * @param title for people
 */
record Link(String href, String rel, String type, String title) {

  /** As it stands in a Link header. */
  String header() {
    return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
  }
}
