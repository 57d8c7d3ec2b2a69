package org.ara.sip.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.ara.pbx.CallerId;
import org.ara.pbx.Presentation;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.Parameters;
import org.ara.sip.message.RequestBuilder;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipSyntaxException;
import org.ara.sip.message.SipUri;
import org.ara.sip.peer.CallStyle;
import org.jspecify.annotations.Nullable;

/**
 * Callers as they are shown beside From, among those who trust each other: {@code
 * P-Asserted-Identity} (RFC 3325) and the older {@code Remote-Party-ID}.
 */
final class Identities {

  private static final String ASSERTED = "P-Asserted-Identity";
  private static final String PRIVACY = "Privacy";
  private static final String REMOTE_PARTY = "Remote-Party-ID";

  private Identities() {}

  /** Shows who calls, the way the callee wants it. */
  static RequestBuilder show(
      RequestBuilder invite, CallStyle.Identity how, CallerId caller, SipUri place) {
    if (caller.number().isEmpty()) {
      return invite;
    }
    String name = caller.name().replaceAll("\\p{Cntrl}", " ");
    String number = caller.number().replaceAll("\\p{Cntrl}", " ");
    NameAddress who =
        new NameAddress(name.isEmpty() ? null : name, place.withUser(number), Parameters.NONE);
    boolean hidden = caller.presentation().hidden();
    return switch (how) {
      case NONE -> invite;
      case PAI -> privately(invite.header(ASSERTED, who.toString()), hidden);
      case RPID ->
          invite.header(
              REMOTE_PARTY,
              who
                  + ";party=calling;privacy="
                  + (hidden ? "full" : "off")
                  + ";screen="
                  + (caller.presentation().screened() ? "yes" : "no"));
    };
  }

  private static RequestBuilder privately(RequestBuilder invite, boolean hidden) {
    return hidden ? invite.header(PRIVACY, "id") : invite;
  }

  /** Whether somebody asks for its number to be shown to nobody (RFC 3323). */
  static boolean wantsPrivacy(SipRequest request) {
    String wish = request.headers().first(PRIVACY);
    return wish != null
        && Arrays.stream(wish.toLowerCase(Locale.ROOT).split("[;, \t]+"))
            .anyMatch(Set.of("id", "user", "header")::contains);
  }

  /** What was said of the number: in Remote-Party-ID itself, else in Privacy. */
  private static Presentation presentation(SipRequest request, Parameters said) {
    String privacy = said.get("privacy");
    boolean hidden =
        privacy == null
            ? wantsPrivacy(request)
            : !privacy.equalsIgnoreCase("off") && !privacy.equalsIgnoreCase("name");
    boolean screened = "yes".equalsIgnoreCase(said.get("screen"));
    if (hidden) {
      return screened ? Presentation.PROHIB_PASSED_SCREEN : Presentation.PROHIB_NOT_SCREENED;
    }
    return screened ? Presentation.ALLOWED_PASSED_SCREEN : Presentation.ALLOWED_NOT_SCREENED;
  }

  /** Who calls as the request says in such a header; null where it does not. */
  static @Nullable CallerId shown(SipRequest request) {
    String header = request.headers().first(ASSERTED);
    header = header == null ? request.headers().first(REMOTE_PARTY) : header;
    if (header == null) {
      return null;
    }
    try {
      NameAddress who = NameAddress.parse(header);
      String number = who.uri() instanceof SipUri uri ? uri.user() : null;
      String name = who.displayName();
      return number == null
          ? null
          : new CallerId(name == null ? "" : name, number)
              .presented(presentation(request, who.parameters()));
    } catch (SipSyntaxException unreadable) {
      return null;
    }
  }
}
