package org.ara.pbx.expression;

/** Takes what was odd about a text of the dialplan; whoever gives it adds the place and logs it. */
@FunctionalInterface
public interface Warnings {

  /** One sentence without a place and without a line end. */
  void warn(String message);
}
