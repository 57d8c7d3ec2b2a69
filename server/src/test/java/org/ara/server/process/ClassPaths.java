package org.ara.server.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the launcher puts on the class paths of the server and of its clients. */
final class ClassPaths {

  private static final List<String> OF_CLIENTS = List.of("server", "manager", "config", "module");

  private ClassPaths() {}

  static String server() {
    return System.getProperty("java.class.path");
  }

  /** A console starts in a moment because it loads little. */
  static String client() {
    return Arrays.stream(server().split(File.pathSeparator))
        .filter(ClassPaths::isOfClients)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOfClients(String entry) {
    String path = entry.replace(File.separatorChar, '/');
    return OF_CLIENTS.stream().anyMatch(module -> path.contains("/" + module + "/target/"))
        || path.contains("/jspecify-")
        || path.contains("/jline-");
  }
}
