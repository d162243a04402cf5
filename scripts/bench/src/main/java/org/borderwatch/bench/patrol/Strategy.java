package org.borderwatch.bench.patrol;

/** How a commander decides where teams go next week. */
enum Strategy {
  OURS("pattern and randomness (ours)"),
  PATTERN("pattern only: the best fixed plan"),
  RANDOMNESS("randomness only: the game on plain counts"),
  UNIFORM("uniform: every place in turn"),
  HOTTEST("always the hottest by plain count"),
  RANDOM("random");

  private final String title;

  Strategy(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether it reckons with how long somebody looked. */
  boolean withEffort() {
    return this == OURS || this == PATTERN;
  }
}
