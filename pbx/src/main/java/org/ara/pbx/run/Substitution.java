package org.ara.pbx.run;

import org.ara.pbx.Channel;

/** Replaces variables, functions and expressions in the arguments of a step. */
@FunctionalInterface
public interface Substitution {

  String apply(Channel channel, String text);
}
