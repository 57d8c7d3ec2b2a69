package org.ara.manager.ami.account;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Category;
import org.ara.config.Configuration;
import org.ara.config.Origin;
import org.ara.config.Problem;
import org.ara.config.option.Option;
import org.ara.config.option.OptionValues;

/** Reads {@link Settings} from {@code manager.conf}. */
public final class SettingsReader {

  /** The file. */
  public static final String FILE = "manager.conf";

  private static final String GENERAL = "general";
  private static final int TLS_PORT = 5039;

  private SettingsReader() {}

  /** What holds where there is no file: nobody may log in, nowhere is listened. */
  public static Settings none() {
    return read(new Configuration(FILE, List.of()), Path.of("/"), new java.util.ArrayList<>());
  }

  /**
   * The settings of a configuration.
   *
   * @param directory what files are relative to
   * @param problems takes in what is wrong
   */
  public static Settings read(Configuration configuration, Path directory, List<Problem> problems) {
    OptionValues v =
        configuration
            .category(GENERAL)
            .map(GeneralOptions.TABLE::read)
            .orElseGet(OptionValues::none);
    problems.addAll(v.problems());
    boolean enabled = v.get(GeneralOptions.ENABLED);
    Optional<InetSocketAddress> listen =
        enabled
            ? address(v, GeneralOptions.ADDRESS, v.get(GeneralOptions.PORT), problems)
            : Optional.empty();
    return new Settings(
        listen,
        enabled && v.get(GeneralOptions.TLS) ? tls(v, directory, problems) : Optional.empty(),
        new Settings.Limits(
            v.get(GeneralOptions.AUTH_TIMEOUT),
            v.get(GeneralOptions.AUTH_LIMIT),
            v.get(GeneralOptions.ADDRESS_LIMIT)),
        new Settings.Events(
            v.get(GeneralOptions.TIMESTAMP),
            v.get(GeneralOptions.CHANNEL_VARIABLES),
            lowerCase(v.get(GeneralOptions.DISABLED)),
            v.get(GeneralOptions.BROKEN_EVENTS)),
        AccountDefaults.of(v),
        accounts(configuration, new AccountReader(AccountDefaults.of(v)), problems));
  }

  private static Map<String, Account> accounts(
      Configuration configuration, AccountReader reader, List<Problem> problems) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (Category section : configuration.visible()) {
      String key = section.name().toLowerCase(Locale.ROOT);
      if (!key.equals(GENERAL)) {
        accounts.put(key, reader.section(section, problems));
      }
    }
    return accounts;
  }

  private static Optional<Settings.Tls> tls(
      OptionValues v, Path directory, List<Problem> problems) {
    Optional<String> certificate = v.find(GeneralOptions.TLS_CERTIFICATE);
    if (certificate.isEmpty()) {
      problems.add(
          Problem.warning(
              new Origin(FILE, 0),
              "[general] tlsenable: needs tlscertfile, the certificate; no TLS without it"));
      return Optional.empty();
    }
    Path file = directory.resolve(certificate.get());
    Path key = v.find(GeneralOptions.TLS_KEY).map(directory::resolve).orElse(file);
    return address(v, GeneralOptions.TLS_ADDRESS, TLS_PORT, problems)
        .map(listen -> new Settings.Tls(listen, file, key));
  }

  private static Optional<InetSocketAddress> address(
      OptionValues v, Option<String> option, int usualPort, List<Problem> problems) {
    String text = v.get(option).strip();
    int colon = text.lastIndexOf(':');
    Optional<InetSocketAddress> found = literal(text, usualPort);
    if (found.isEmpty() && colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text.substring(colon + 1));
      found = port > 65_535 ? found : literal(text.substring(0, colon), port);
    }
    if (found.isEmpty()) {
      problems.add(
          Problem.warning(
              new Origin(FILE, 0),
              "[general] %s: '%s' is not address or address:port; not listening there"
                  .formatted(option.name(), text)));
    }
    return found;
  }

  private static Optional<InetSocketAddress> literal(String text, int port) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
    try {
      InetAddress address =
          InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text);
      return Optional.of(new InetSocketAddress(address, port));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Set<String> lowerCase(List<String> words) {
    Set<String> set = new HashSet<>();
    words.forEach(word -> set.add(word.toLowerCase(Locale.ROOT)));
    return Set.copyOf(set);
  }
}
