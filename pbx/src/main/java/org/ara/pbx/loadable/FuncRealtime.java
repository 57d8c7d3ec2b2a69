package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;
import org.ara.realtime.Realtime;

/** {@code func_realtime}: Read/Write/Store/Destroy values from a RealTime repository. */
public final class FuncRealtime extends FunctionModule {

  public FuncRealtime() {
    super("func_realtime", "Read/Write/Store/Destroy values from a RealTime repository");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) throws ModuleException {
    return CoreFunctions.realtime(context.require(Realtime.class));
  }
}
