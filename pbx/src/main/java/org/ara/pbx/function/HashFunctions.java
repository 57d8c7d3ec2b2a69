package org.ara.pbx.function;

import java.util.List;
import org.ara.pbx.Channel;
import org.ara.pbx.Description;
import org.ara.pbx.dialplan.Arguments;
import org.jspecify.annotations.Nullable;

/** HASH, HASHKEYS and ARRAY: several values under one name. */
final class HashFunctions {

  /** Holds the columns of the row that was read last. */
  static final String FIELDS = "~ROWFIELDS~";

  private static final String KEYS = "~HASHKEYS~";

  private HashFunctions() {}

  static DialplanFunction[] all() {
    return new DialplanFunction[] {
      new Hash(),
      new Simple(
          new Description(
              "HASHKEYS",
              "The keys of a hash",
              "HASHKEYS(name)",
              "Separated by commas, in the order in which they were set first."),
          (channel, name) -> keys(channel, name.strip())),
      new Array()
    };
  }

  /** Sets a value of a hash. */
  static void put(Channel channel, String hash, String key, String value) {
    List<String> keys = Arguments.split(keys(channel, hash)).values();
    if (!keys.contains(key)) {
      String before = keys.isEmpty() ? "" : String.join(",", keys) + ",";
      channel.variables().set(KEYS + hash, before + key);
    }
    channel.variables().set(variable(hash, key), value);
  }

  private static String keys(Channel channel, String hash) {
    @Nullable String keys = channel.variables().get(KEYS + hash);
    return keys == null ? "" : keys;
  }

  private static String variable(String hash, String key) {
    return "~HASH~" + hash + "~" + key + "~";
  }

  private static final class Hash implements DialplanFunction {
    @Override
    public Description description() {
      return new Description(
          "HASH",
          "Reads and sets a value that has a key",
          "HASH(name,key)",
          "Written without a key, HASH(name) takes values, separated by commas, for the columns of"
              + " the row that REALTIME_HASH read, or else for the keys that the hash has already."
              + " Read without a key it is all values.");
    }

    @Override
    public String read(Channel channel, String arguments) throws FunctionException {
      Arguments split = named(arguments);
      if (split.count() > 1) {
        return value(channel, split.text(0).strip(), split.text(1));
      }
      String hash = split.text(0).strip();
      return String.join(
          ",",
          Arguments.split(keys(channel, hash)).values().stream()
              .map(key -> value(channel, hash, key))
              .toList());
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Arguments split = named(arguments);
      String hash = split.text(0).strip();
      if (split.count() > 1) {
        put(channel, hash, split.text(1), value);
        return;
      }
      @Nullable String columns = channel.variables().get(FIELDS);
      List<String> keys = Arguments.split(columns == null ? "" : columns).values();
      if (keys.isEmpty()) {
        keys = Arguments.split(keys(channel, hash)).values();
      }
      if (keys.isEmpty()) {
        throw new FunctionException("hash '" + hash + "' has no keys; name one");
      }
      channel.variables().remove(FIELDS);
      Arguments values = Arguments.split(value);
      for (int i = 0; i < keys.size(); i++) {
        put(channel, hash, keys.get(i), values.text(i));
      }
    }

    private static Arguments named(String arguments) throws FunctionException {
      Arguments split = Arguments.split(arguments, 2);
      if (split.text(0).isBlank()) {
        throw new FunctionException("the name of the hash is missing");
      }
      return split;
    }

    private static String value(Channel channel, String hash, String key) {
      @Nullable String value = channel.variables().get(variable(hash, key));
      return value == null ? "" : value;
    }
  }

  private static final class Array implements DialplanFunction {
    @Override
    public Description description() {
      return new Description(
          "ARRAY",
          "Sets several variables",
          "ARRAY(name[,name...])",
          "Set(ARRAY(a,b)=1,2) sets a to 1 and b to 2; names without a value become empty.");
    }

    @Override
    public void write(Channel channel, String arguments, String value) throws FunctionException {
      Arguments names = Arguments.split(arguments);
      if (names.count() == 0) {
        throw new FunctionException("there are no variables to set");
      }
      Arguments values = Arguments.split(value);
      for (int i = 0; i < names.count(); i++) {
        channel.variables().set(names.text(i).strip(), values.text(i).strip());
      }
    }
  }
}
