package org.ara.sip.call;

import java.util.List;
import java.util.Optional;
import org.ara.pbx.CallEvent;
import org.ara.pbx.Channel;
import org.ara.pbx.HangupCause;
import org.ara.pbx.Location;
import org.ara.pbx.Pbx;
import org.ara.pbx.Pbx.NumberMatch;
import org.ara.realtime.Lookup;
import org.ara.sip.answer.Answers;
import org.ara.sip.answer.State;
import org.ara.sip.message.HeaderName;
import org.ara.sip.message.NameAddress;
import org.ara.sip.message.SipRequest;
import org.ara.sip.message.SipUri;
import org.ara.sip.transaction.ServerTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transfers calls as phones ask for it with REFER (RFC 3515, RFC 5589): blind, the other party goes
 * on in the dialplan; attended, it goes on with the party of another call of the same phone.
 */
final class Transfers {

  private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

  private final Pbx pbx;
  private final Calls calls;
  private final Partners partners;

  Transfers(Pbx pbx, Calls calls) {
    this.pbx = pbx;
    this.calls = calls;
    this.partners = new Partners(pbx);
  }

  /**
   * Answers a REFER.
   *
   * @param phone the conversation it came in
   * @param context where numbers are looked for, unless TRANSFER_CONTEXT says otherwise
   */
  void refer(State state, ServerTransaction transaction, Conversation phone, String context) {
    SipRequest refer = transaction.request();
    List<String> targets = refer.headers().all(HeaderName.REFER_TO);
    if (targets.size() != 1
        || !(NameAddress.parse(targets.getFirst()).uri() instanceof SipUri to)) {
      transaction.respond(Answers.of(state, refer, 400, "Bad Request (Refer-To)"));
      return;
    }
    Channel transferer = phone.channel();
    Optional<Channel> other =
        phone.policy().transfers() ? partners.soon(transferer) : Optional.empty();
    if (other.isEmpty()) {
      transaction.respond(Answers.of(state, refer, 603, "Declined"));
      return;
    }
    boolean quiet = "false".equalsIgnoreCase(refer.headers().first(HeaderName.REFER_SUB));
    var accepted = Answers.of(state, refer, 202).contact(phone.contact());
    if (quiet) {
      accepted.header(HeaderName.REFER_SUB, "false");
    }
    transaction.respond(accepted.build());
    Notices notices = new Notices(phone, refer.cseq().number(), quiet);
    notices.say("100 Trying", false);
    String replaces = to.headers().get(HeaderName.REPLACES);
    if (replaces == null) {
      blind(transferer, other.get(), place(transferer, to, context), notices);
    } else {
      attended(transferer, other.get(), replaces, notices);
    }
  }

  private static Location place(Channel transferer, SipUri to, String context) {
    String chosen = transferer.variables().get("TRANSFER_CONTEXT");
    String user = to.user();
    return new Location(
        chosen == null || chosen.isEmpty() ? context : chosen,
        user == null || user.isEmpty() ? "s" : user,
        1);
  }

  private void blind(Channel transferer, Channel other, Location to, Notices notices) {
    Lookup<NumberMatch> match = pbx.match(to.context(), to.extension(), other.callerId().number());
    boolean exists =
        match instanceof Lookup.Found<NumberMatch>(NumberMatch found)
            && found == NumberMatch.COMPLETE;
    if (!exists) {
      boolean away = match instanceof Lookup.Unavailable<NumberMatch>;
      notices.say(away ? "503 Service Unavailable" : "404 Not Found", true);
      return;
    }
    LOG.info("{} transfers {} to {}", transferer, other, to);
    other.variables().set("BLINDTRANSFER", transferer.name());
    notices.say("200 OK", true);
    if (other.redirect(to)) {
      pbx.publish(new CallEvent.BlindlyTransferred(transferer, other, to));
    } else {
      LOG.info("{} is gone, it cannot be transferred", other);
    }
  }

  private void attended(Channel transferer, Channel other, String replaces, Notices notices) {
    Optional<Conversation> second =
        Replaces.parse(replaces).map(Replaces::dialog).flatMap(calls::of);
    if (second.isEmpty() || second.get().channel() == transferer) {
      notices.say("481 Call/Transaction Does Not Exist", true);
      return;
    }
    Channel consultation = second.get().channel();
    Optional<Channel> target = partners.of(consultation);
    Optional<Location> dialplan = consultation.location();
    if (target.isPresent()) {
      LOG.info("{} brings {} and {} together", transferer, other, target.get());
      other.variables().set("ATTENDEDTRANSFER", transferer.name());
      notices.say("200 OK", true);
      if (partners.bringTogether(other, target.get())) {
        pbx.publish(
            new CallEvent.AttendedTransferred(transferer, consultation, other, target.get()));
      } else {
        LOG.info("{} and {} are not both there any more", other, target.get());
      }
    } else if (dialplan.isPresent()) {
      notices.say("200 OK", true);
      boolean unused = other.redirect(dialplan.get());
      consultation.hangUp(HangupCause.NORMAL_CLEARING);
    } else {
      notices.say("503 Service Unavailable", true);
    }
  }

  /** Tells the phone in NOTIFY requests how its transfer goes. */
  private record Notices(Conversation phone, long id, boolean quiet) {
    void say(String line, boolean last) {
      if (!quiet) {
        phone.requests().notify(id, line, last);
      }
    }
  }
}
