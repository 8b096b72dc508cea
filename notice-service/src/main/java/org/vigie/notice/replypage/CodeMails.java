package org.vigie.notice.replypage;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.message.CodeMail;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.Sender;
import org.vigie.notice.oversight.StopInForce;

/** Mails codes, by the way that notices leave, unless what keeps notices from leaving keeps them too. */
@Component
class CodeMails {

    private final CodeMail.Writer writer;
    private final Channel channel;
    private final Sender sender;
    private final SendingRules rules;
    private final StopInForce stop;
    private final Clock clock;

    CodeMails(
            CodeMail.Writer writer, Channel channel, Sender sender, SendingRules rules, StopInForce stop, Clock clock) {
        this.writer = writer;
        this.channel = channel;
        this.sender = sender;
        this.rules = rules;
        this.stop = stop;
        this.clock = clock;
    }

    boolean arePossible(Notice notice) {
        return rules.enabled()
                && !rules.dryRun()
                && !FormAddress.is(notice.letter().recipient())
                && !stop.now().concerns(notice.addressee().providerId());
    }

    /** A bounce comes back to our own address, not to the notice's: it says nothing that the notice's own would not. */
    boolean send(Notice notice, NoticeLanguage language, ReplyCode code) {
        var recipient = notice.letter().recipient();
        var digits = code.code();
        var shown = digits.substring(0, digits.length() / 2) + " " + digits.substring(digits.length() / 2);
        var mail = new CodeMail(notice.reference(), language, sender, recipient, shown, clock.instant(), code.until());
        var message = new OutgoingMessage(
                sender.address(), recipient, UUID.randomUUID().toString(), writer.write(mail));
        return channel.deliver(message, () -> true) instanceof DeliveryResult.Accepted;
    }
}
