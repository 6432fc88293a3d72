package org.c25.notices;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.c25.mail.MailRefusal;
import org.c25.mail.MailServer;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the notices that wait, again and again, on every node; a notice is sent by the one that takes it. */
@Component
class NoticeSender {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int AT_ONCE = 50;

    private final NoticeQueue queue;
    private final NoticeTargets targets;
    private final NoticeEvents events;
    private final NoticeReaders readers;
    private final Studies studies;
    private final Sets sets;
    private final MailServer mailServer;
    private final WebhookClient webhooks;
    private final PublicAddress address;

    NoticeSender(
            NoticeQueue queue,
            NoticeTargets targets,
            NoticeEvents events,
            NoticeReaders readers,
            Studies studies,
            Sets sets,
            MailServer mailServer,
            WebhookClient webhooks,
            PublicAddress address) {
        this.queue = queue;
        this.targets = targets;
        this.events = events;
        this.readers = readers;
        this.studies = studies;
        this.sets = sets;
        this.mailServer = mailServer;
        this.webhooks = webhooks;
        this.address = address;
    }

    /**
     * Sends the notices that are due. A target that has refused one is left alone until the next time, so that others
     * do not wait for it.
     */
    @Scheduled(fixedDelayString = "${c25.notices.interval}", initialDelayString = "${c25.notices.interval}")
    void sendDue() {
        Set<Long> refusing = new HashSet<>();
        for (NoticeQueue.Due notice : queue.due(AT_ONCE, mailServer.isReady())) {
            if (!refusing.contains(notice.targetId()) && queue.take(notice) && !attempt(notice)) {
                refusing.add(notice.targetId());
            }
        }
    }

    /**
     * Tries to send a notice.
     *
     * @return false if it was refused
     */
    private boolean attempt(NoticeQueue.Due notice) {
        try {
            Optional<NoticeTarget> target = targets.find(notice.targetId());
            List<NoticeEvent> told = events.of(notice.id());
            if (target.isEmpty() || !isWanted(notice.kind(), told, target.get())) {
                queue.cancel(notice);
                return true;
            }
            send(notice, target.get(), told);
            queue.sent(notice);
            return true;
        } catch (NoticeRefusal refusal) {
            LOG.warn("Notice {} was not taken, attempt {}", notice.id(), notice.attempts() + 1);
            queue.refused(notice, refusal.why(), refusal.isForGood());
        } catch (MailRefusal refusal) {
            LOG.warn("Notice {} was not taken, attempt {}", notice.id(), notice.attempts() + 1);
            queue.refused(notice, refusal.whyWithoutLink(), refusal.isForGood());
        } catch (RuntimeException e) {
            LOG.error("Notice {} could not be written", notice.id(), e);
            queue.refused(notice, "It could not be written; the log of the server says why", false);
        }
        return false;
    }

    /** Whether a notice is still to be sent: of whom it told, everything can be erased meanwhile. */
    private boolean isWanted(NoticeKind kind, List<NoticeEvent> told, NoticeTarget target) {
        return target.wants(kind) && (kind == NoticeKind.TEST || !told.isEmpty()) && readers.reaches(target);
    }

    private void send(NoticeQueue.Due notice, NoticeTarget target, List<NoticeEvent> told) throws NoticeRefusal {
        SetView set = notice.setId() == null ? null : sets.ofInvited(notice.setId());
        NoticeText text = new NoticeText(notice.kind(), studies.ofInvited(target.studyId()), set, told);
        String here = address.configured().orElse(target.publicAddress());
        if (target.isWebhook()) {
            webhooks.send(target, notice.id(), WebhookBody.of(notice.id(), text, here));
        } else {
            mailServer.send(
                    "notice-" + notice.id(),
                    readers.addressOf(target).orElseThrow(),
                    text.subject(),
                    body(text, here),
                    "en",
                    "");
        }
    }

    private static String body(NoticeText text, @Nullable String here) {
        String more = here == null ? "" : "\n\n" + here + text.page();
        String choose = here == null ? "" : "\n" + here + text.settingsPage();
        return text.says() + more
                + "\n\nYou get this because you have chosen it. To choose anew, open the study’s notices." + choose
                + "\n";
    }
}
