package org.ara.server.astdb;

import java.io.IOException;
import org.ara.module.InternalDatabase;
import org.ara.module.LoadPriority;
import org.ara.module.Module;
import org.ara.module.ModuleContext;
import org.ara.module.ModuleException;
import org.jspecify.annotations.Nullable;

/** The built-in module {@code astdb}: keeps the internal database, {@code astdb.sqlite3}. */
public final class AstDbModule implements Module {

  private @Nullable AstDatabase database;

  @Override
  public String name() {
    return "astdb";
  }

  @Override
  public String description() {
    return "The internal database (AstDB)";
  }

  @Override
  public LoadPriority priority() {
    return LoadPriority.REALTIME_DEPEND;
  }

  @Override
  public boolean builtIn() {
    return true;
  }

  @Override
  public void load(ModuleContext context) throws ModuleException {
    try {
      AstDatabase opened =
          AstDatabase.open(context.directories().database().resolve("astdb.sqlite3"));
      database = opened;
      context.publish(InternalDatabase.class, opened);
      DatabaseCommands.all(opened).forEach(context::register);
    } catch (IOException e) {
      throw new ModuleException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void unload() {
    AstDatabase opened = database;
    database = null;
    if (opened != null) {
      opened.close();
    }
  }
}
