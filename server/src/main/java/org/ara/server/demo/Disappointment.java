package org.ara.server.demo;

/** A step of the demo saw something else than it should have. */
final class Disappointment extends Exception {

  Disappointment(String message) {
    super(message);
  }

  static void unless(boolean held, String message) throws Disappointment {
    if (!held) {
      throw new Disappointment(message);
    }
  }
}
