package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.function.ChannelScopes;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_strings}: String handling dialplan functions. */
public final class FuncStrings extends FunctionModule {

  public FuncStrings() {
    super("func_strings", "String handling dialplan functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) throws ModuleException {
    return CoreFunctions.strings(context.require(ChannelScopes.class));
  }
}
