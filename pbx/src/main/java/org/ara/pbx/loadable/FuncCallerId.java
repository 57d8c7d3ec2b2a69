package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_callerid}: Party ID related dialplan functions. */
public final class FuncCallerId extends FunctionModule {

  public FuncCallerId() {
    super("func_callerid", "Party ID related dialplan functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) {
    return CoreFunctions.callerId();
  }
}
