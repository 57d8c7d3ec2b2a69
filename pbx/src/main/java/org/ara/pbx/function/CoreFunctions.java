package org.ara.pbx.function;

import org.ara.module.InternalDatabase;
import org.ara.pbx.variable.Globals;
import org.ara.realtime.Realtime;

/** The functions that come with the core, in the groups in which modules bring them. */
public final class CoreFunctions {

  private CoreFunctions() {}

  /** {@code func_callerid}. */
  public static DialplanFunction[] callerId() {
    return new DialplanFunction[] {new CallerIdFunction()};
  }

  /** {@code func_channel}, with what it says of time. */
  public static DialplanFunction[] channel() {
    return new DialplanFunction[] {new ChannelFunction(), new TimeoutFunction()};
  }

  /** {@code func_global}. */
  public static DialplanFunction[] global(Globals globals) {
    return new DialplanFunction[] {new GlobalFunction(globals), new LocalFunction()};
  }

  /**
   * {@code func_strings}.
   *
   * @param scopes what names mean in texts that functions evaluate
   */
  public static DialplanFunction[] strings(ChannelScopes scopes) {
    return new TextFunctions(scopes).all();
  }

  /** {@code func_db}. */
  public static DialplanFunction[] database(InternalDatabase database) {
    return new DatabaseFunctions(database).all();
  }

  /** {@code func_realtime}. */
  public static DialplanFunction[] realtime(Realtime realtime) {
    return new RealtimeFunctions(realtime).all();
  }
}
