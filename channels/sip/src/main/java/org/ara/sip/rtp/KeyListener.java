package org.ara.sip.rtp;

/** Is told of keys, in the order in which they were pressed; must not block. */
@FunctionalInterface
public interface KeyListener {

  /** A key was pressed: one of {@code 0-9 A-D * #}. */
  void pressed(char key);
}
