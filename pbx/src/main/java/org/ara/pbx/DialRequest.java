package org.ara.pbx;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ara.pbx.media.Codec;
import org.jspecify.annotations.Nullable;

/**
 * One destination of a Dial.
 *
 * @param resource what stands after {@code Tech/}: {@code 100}, {@code 100/extra}
 * @param caller the channel that dials, null where the server itself calls
 * @param callerId what to show to the callee
 * @param codecs what the caller can hear, in order of preference; empty for no preference
 * @param variables what the new channel inherits, names ready for {@link Variables#set}; the core
 *     sets them itself once the channel is made, drivers may look at them earlier
 */
public record DialRequest(
    String resource,
    @Nullable Channel caller,
    CallerId callerId,
    List<Codec> codecs,
    Map<String, String> variables) {

  public DialRequest {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(callerId, "callerId");
    codecs = List.copyOf(codecs);
    variables = Map.copyOf(variables);
  }
}
