package org.ara.pbx.function;

import java.time.InstantSource;
import java.util.Optional;
import org.ara.pbx.Channel;
import org.ara.pbx.expression.Warnings;
import org.ara.pbx.variable.Globals;
import org.ara.pbx.variable.VariableScope;
import org.jspecify.annotations.Nullable;

/** Makes the scopes in which a channel's texts are read: built-in names, its own, globals. */
public final class ChannelScopes {

  private final BuiltIn builtIn;
  private final Globals globals;
  private final FunctionRegistry functions;

  /**
   * @param systemName the value of SYSTEMNAME; may be empty
   */
  public ChannelScopes(
      String systemName, InstantSource clock, Globals globals, FunctionRegistry functions) {
    this.builtIn = new BuiltIn(systemName, clock);
    this.globals = globals;
    this.functions = functions;
  }

  /**
   * What names mean on a channel.
   *
   * @param warnings told of functions that fail
   */
  public VariableScope of(Channel channel, Warnings warnings) {
    return new VariableScope() {
      @Override
      public @Nullable String variable(String name) {
        String value = builtIn.read(channel, name);
        value = value == null ? channel.variables().get(name) : value;
        return value == null ? globals.variable(name) : value;
      }

      @Override
      public @Nullable String function(String name, String arguments) {
        Optional<DialplanFunction> function = functions.named(name);
        if (function.isEmpty()) {
          return null;
        }
        try {
          return function.get().read(channel, arguments);
        } catch (FunctionException e) {
          warnings.warn(name + "(" + arguments + "): " + e.getMessage());
          return "";
        }
      }
    };
  }
}
