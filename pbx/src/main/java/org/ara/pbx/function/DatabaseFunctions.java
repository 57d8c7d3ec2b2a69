package org.ara.pbx.function;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ara.module.InternalDatabase;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;

/** {@code DB}, {@code DB_EXISTS}, {@code DB_DELETE}, {@code DB_KEYS}: the internal database. */
final class DatabaseFunctions {

  private static final String RESULT = "DB_RESULT";

  private final InternalDatabase database;

  DatabaseFunctions(InternalDatabase database) {
    this.database = database;
  }

  DialplanFunction[] all() {
    return new DialplanFunction[] {new Value(), exists(), delete(), keys()};
  }

  /** What a function is about. */
  private record Key(String family, String key) {
    static Key of(String argument) throws FunctionException {
      int slash = argument.indexOf('/');
      if (slash < 1 || slash == argument.length() - 1) {
        throw new FunctionException("family/key is needed, not '" + argument + "'");
      }
      return new Key(argument.substring(0, slash), argument.substring(slash + 1));
    }
  }

  private final class Value implements DialplanFunction {
    @Override
    public Description description() {
      return new Description(
          "DB",
          "Reads and sets a value of the internal database",
          "DB(family/key)",
          "Empty if there is none. Sets DB_RESULT to the value too.");
    }

    @Override
    public String read(Channel channel, String arguments) throws FunctionException {
      String value = get(arguments).orElse("");
      channel.variables().set(RESULT, value);
      return value;
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Key key = Key.of(arguments);
      try {
        database.put(key.family, key.key, value);
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private DialplanFunction exists() {
    return new Simple(
        new Description(
            "DB_EXISTS",
            "Whether the internal database has a key",
            "DB_EXISTS(family/key)",
            "1 or 0. Sets DB_RESULT to its value."),
        (channel, arguments) -> {
          Optional<String> value = get(arguments);
          value.ifPresent(text -> channel.variables().set(RESULT, text));
          return value.isPresent() ? "1" : "0";
        });
  }

  private DialplanFunction delete() {
    return new Simple(
        new Description(
            "DB_DELETE",
            "Deletes a key of the internal database",
            "DB_DELETE(family/key)",
            "The value is what was there. Sets DB_RESULT to it too."),
        (channel, arguments) -> {
          Key key = Key.of(arguments);
          String value = get(arguments).orElse("");
          try {
            boolean unused = database.delete(key.family, key.key);
          } catch (IOException e) {
            throw failed(e);
          }
          channel.variables().set(RESULT, value);
          return value;
        });
  }

  private DialplanFunction keys() {
    return new Simple(
        new Description(
            "DB_KEYS",
            "The next part of the keys below a place of the internal database",
            "DB_KEYS([prefix])",
            "Families without a prefix; separated by commas, each once, sorted."),
        (channel, arguments) -> {
          String prefix = arguments.strip().replaceAll("^/+|/+$", "");
          String start = prefix.isEmpty() ? "" : "/" + prefix;
          Set<String> parts = new LinkedHashSet<>();
          try {
            for (String key : database.tree(start).keySet()) {
              if (key.length() > start.length()) {
                parts.add(key.substring(start.length() + 1).split("/", 2)[0]);
              }
            }
          } catch (IOException e) {
            throw failed(e);
          }
          return String.join(",", parts);
        });
  }

  private Optional<String> get(String arguments) throws FunctionException {
    Key key = Key.of(arguments);
    try {
      return database.get(key.family, key.key);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static FunctionException failed(IOException e) {
    return new FunctionException(String.valueOf(e.getMessage()));
  }
}
