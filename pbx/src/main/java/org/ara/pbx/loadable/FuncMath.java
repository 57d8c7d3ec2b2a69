package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_math}: MATH and RAND. */
public final class FuncMath extends FunctionModule {

  public FuncMath() {
    super("func_math", "Mathematical dialplan function");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) {
    return CoreFunctions.math();
  }
}
