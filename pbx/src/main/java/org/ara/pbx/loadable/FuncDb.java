package org.ara.pbx.loadable;

import org.ara.module.InternalDatabase;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_db}: Database (astdb) related dialplan functions. */
public final class FuncDb extends FunctionModule {

  public FuncDb() {
    super("func_db", "Database (astdb) related dialplan functions");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) throws ModuleException {
    return CoreFunctions.database(context.require(InternalDatabase.class));
  }
}
