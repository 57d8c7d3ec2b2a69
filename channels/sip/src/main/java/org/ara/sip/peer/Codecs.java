package org.ara.sip.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ara.config.Problem;
import org.ara.config.option.OptionValues;
import org.ara.pbx.media.Codec;

/** Applies {@code disallow} and {@code allow} to a list of codecs, in the order they were set. */
final class Codecs {

  /** Every codec there is, in the order offered where nothing is configured. */
  static final List<Codec> ALL = List.of(Codec.values());

  private static final Set<String> CARRIED_LATER =
      Set.of("gsm", "g722", "g729", "g723", "g726", "ilbc", "speex", "slin", "lpc10", "adpcm");

  private Codecs() {}

  /**
   * The list that results.
   *
   * @param problems takes in complaints about unknown names, and about a list that ended empty
   */
  static List<Codec> apply(List<Codec> start, OptionValues values, List<Problem> problems) {
    if (!values.isSet(PeerOptions.ALLOW) && !values.isSet(PeerOptions.DISALLOW)) {
      return start;
    }
    Set<Codec> codecs = new LinkedHashSet<>(start);
    OptionValues.Setting<?> last = null;
    for (OptionValues.Setting<?> setting : values.settings()) {
      boolean allow = setting.option() == PeerOptions.ALLOW;
      if ((allow || setting.option() == PeerOptions.DISALLOW)
          && setting.value() instanceof List<?> names) {
        last = setting;
        for (Object name : names) {
          apply(codecs, allow, name.toString(), setting, problems);
        }
      }
    }
    if (!codecs.isEmpty() || last == null) {
      return List.copyOf(codecs);
    }
    problems.add(
        Problem.warning(
            last.origin(), "allows no codec that this version carries; " + labels() + " hold"));
    return new ArrayList<>(ALL);
  }

  private static void apply(
      Set<Codec> codecs,
      boolean allow,
      String written,
      OptionValues.Setting<?> setting,
      List<Problem> problems) {
    int colon = written.indexOf(':');
    String name = colon < 0 ? written : written.substring(0, colon);
    Optional<Codec> codec = Codec.named(name);
    if (name.equalsIgnoreCase("all")) {
      codecs.clear();
      codecs.addAll(allow ? ALL : List.of());
    } else if (codec.isPresent() && allow) {
      codecs.add(codec.get());
    } else if (codec.isPresent()) {
      codecs.remove(codec.get());
    } else if (!CARRIED_LATER.contains(name) && !name.matches("h26.*|vp[89]|jpeg|png|opus")) {
      problems.add(
          Problem.warning(
              setting.origin(),
              setting.option() + ": '" + name + "' is not one of " + labels() + ", all"));
    }
  }

  private static String labels() {
    return String.join(", ", Arrays.stream(Codec.values()).map(Codec::label).toList());
  }
}
