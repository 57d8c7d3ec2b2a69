package org.ara.module.reload;

/**
 * What is going on right now with objects that a reload changes or removes; all of it goes on.
 *
 * @param calls channels in use
 * @param registrations phones whose whereabouts are known
 */
public record Touched(int calls, int registrations) {

  /** Nothing. */
  public static final Touched NOTHING = new Touched(0, 0);

  /** Both together. */
  public Touched plus(Touched other) {
    return new Touched(calls + other.calls, registrations + other.registrations);
  }
}
