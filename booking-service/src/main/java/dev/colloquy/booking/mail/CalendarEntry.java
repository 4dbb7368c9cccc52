package dev.colloquy.booking.mail;

import dev.colloquy.booking.booking.Booking;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The interview in the candidate's calendar (RFC 5545, 5546). The uid stays for ever, so that a later entry with a
 * higher sequence replaces this one; times are UTC because zone rules change.
 */
record CalendarEntry(String uid, Instant start, Duration length, String organizer, String attendee, Instant stamp) {

    private static final int FIRST = 0;

    static CalendarEntry of(Booking booking, MailConfig config, Instant now) {
        return new CalendarEntry(
                booking.interviewId() + "@colloquy",
                booking.appointment().scheduledAt(),
                config.calendarLength(),
                config.from(),
                booking.applicant().email(),
                now);
    }

    String invite(String link) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Colloquy//Interviews//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.REQUEST);
        calendar.add(event(link));
        return calendar.toString();
    }

    private VEvent event(String link) {
        var event = new VEvent(new PropertyList());
        event.add(new Uid(uid));
        event.add(new Sequence(FIRST));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(start.plus(length)));
        event.add(new Summary("Your interview"));
        event.add(new Description("Join here: " + link));
        event.add(new Url(URI.create(link)));
        event.add(new Organizer(mailto(organizer)));
        event.add(new Attendee(mailto(attendee)).withParameter(Rsvp.TRUE).getFluentTarget());
        return event;
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address", e);
        }
    }
}
