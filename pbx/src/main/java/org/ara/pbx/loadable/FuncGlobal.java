package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.dialplan.CurrentDialplan;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_global}: Variable dialplan functions. */
public final class FuncGlobal extends FunctionModule {

  public FuncGlobal() {
    super("func_global", "Variable dialplan functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) throws ModuleException {
    return CoreFunctions.global(context.require(CurrentDialplan.class).globals());
  }
}
