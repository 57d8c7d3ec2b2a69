package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_channel}: Channel information dialplan functions. */
public final class FuncChannel extends FunctionModule {

  public FuncChannel() {
    super("func_channel", "Channel information dialplan functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) {
    return CoreFunctions.channel();
  }
}
