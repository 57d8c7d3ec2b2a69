package org.ara.pbx.function;

import java.time.Clock;
import java.util.stream.Stream;
import org.ara.module.InternalDatabase;
import org.ara.pbx.Routes;
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
    return Stream.of(
            new TextFunctions(scopes).all(),
            new ChoiceFunctions(Clock.systemDefaultZone()).all(),
            new TimeFunctions(Clock.systemDefaultZone()).all(),
            ListFunctions.all(),
            HashFunctions.all())
        .flatMap(Stream::of)
        .toArray(DialplanFunction[]::new);
  }

  /** {@code func_math} and {@code func_rand}. */
  public static DialplanFunction[] math() {
    return MathFunctions.all();
  }

  /** {@code func_md5}, {@code func_sha1}, {@code func_base64} and {@code func_uri}. */
  public static DialplanFunction[] spellings() {
    return DigestFunctions.all();
  }

  /** {@code func_dialplan}: what the dialplan has. */
  public static DialplanFunction[] dialplan(Routes routes) {
    return new PlaceFunctions(routes).all();
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
