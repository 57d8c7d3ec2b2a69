package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.Routes;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_dialplan}: VALID_EXTEN and DIALPLAN_EXISTS. */
public final class FuncDialplan extends FunctionModule {

  public FuncDialplan() {
    super("func_dialplan", "Dialplan Context/Extension/Priority Checking Functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) throws ModuleException {
    return CoreFunctions.dialplan(context.require(Routes.class));
  }
}
