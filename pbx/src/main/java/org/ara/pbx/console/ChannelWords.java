package org.ara.pbx.console;

import java.util.List;
import org.ara.module.Completion;
import org.ara.pbx.Channel;
import org.ara.pbx.Pbx;

/** The names of channels, for completing what is typed. */
final class ChannelWords {

  private ChannelWords() {}

  static List<String> starting(Pbx pbx, String prefix) {
    return Completion.of(prefix, pbx.channels().stream().map(Channel::name));
  }
}
