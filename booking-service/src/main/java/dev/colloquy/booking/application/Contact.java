package dev.colloquy.booking.application;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names, e-mail addresses and phone numbers are read. Empty means that it is none. */
final class Contact {

    private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M} '\\u2019\\u02bc\\u2010-]{1,100}");
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_EMAIL = 254;
    private static final int LOCAL_PHONE_DIGITS = 10;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Contact() {}

    /** Letters of any script, spaces, hyphens and apostrophes. */
    static Optional<String> name(String given) {
        var name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC).replaceAll(" +", " ");
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** An address that SMTP takes: domain in lower case and, if international, in its ASCII form. */
    static Optional<String> email(String given) {
        var address = given.strip();
        var at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || address.length() > LONGEST_EMAIL) {
            return Optional.empty();
        }
        var local = address.substring(0, at);
        return asciiDomain(address.substring(at + 1))
                .filter(domain -> LOCAL_PART.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(email -> email.length() <= LONGEST_EMAIL);
    }

    /** Ten digits after stripping everything else, or with {@code +} an international number in E.164. */
    static Optional<String> phone(String given) {
        if (given.strip().startsWith("+")) {
            return internationalPhone(given);
        }
        var digits = given.replaceAll("\\D", "");
        return digits.length() == LOCAL_PHONE_DIGITS ? Optional.of(digits) : Optional.empty();
    }

    private static Optional<String> internationalPhone(String given) {
        try {
            var number = PHONES.parse(given, null);
            return PHONES.isPossibleNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
