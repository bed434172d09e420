package fr.duret.permanence.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where a message comes from or goes to: a telephone number, a mailbox, a visitor of the web site,
/// or a sender that nobody can answer (short code, alphanumeric or hidden number).
///
/// An address is the unit of order: messages of one address are handled one after the other. It is
/// not a person: a person may have several addresses, and one address may serve several persons.
///
/// @param kind what sort of address this is
/// @param value its normal form: E.164 for a phone, lower case for a mailbox, as given otherwise
public record Address(Kind kind, String value) {

  /// The sorts of address.
  public enum Kind {
    /// A number that can be called and texted, in E.164.
    PHONE("tel"),
    /// A mailbox.
    MAILBOX("mail"),
    /// A visitor of the web site, known by a random id.
    VISITOR("web"),
    /// A short code, an alphanumeric sender or a hidden number: it cannot be answered.
    SENDER("sender");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final Set<PhoneNumberType> VOICE_ONLY =
      EnumSet.of(
          PhoneNumberType.FIXED_LINE,
          PhoneNumberType.VOIP,
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.UAN,
          PhoneNumberType.VOICEMAIL);

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private static final int FRANCE = 33;

  /// Longest sender name kept; the rest of a hostile one is cut.
  private static final int MAX_SENDER = 64;

  /// The address of a telephone number written in any usual way; French unless it says otherwise.
  ///
  /// @return empty when no dialable number can be made of it
  public static Optional<Address> phone(String written) {
    if (written.length() > MAX_SENDER) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = PHONES.parse(written, "FR");
      return PHONES.isPossibleNumber(number)
          ? Optional.of(new Address(Kind.PHONE, PHONES.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /// The address of whoever sent a text message: a phone if the sender can be answered.
  public static Address sender(String written) {
    String trimmed = written.strip();
    return phone(trimmed).orElseGet(() -> new Address(Kind.SENDER, cut(trimmed)));
  }

  /// The address of a mailbox, in lower case.
  public static Address mailbox(String written) {
    return new Address(Kind.MAILBOX, written.strip().toLowerCase(Locale.ROOT));
  }

  /// The address of a visitor of the web site.
  public static Address visitor(String id) {
    return new Address(Kind.VISITOR, id);
  }

  /// Reads back what [#key()] wrote.
  ///
  /// @throws IllegalArgumentException if the text is no key
  public static Address ofKey(String key) {
    for (Kind kind : Kind.values()) {
      if (key.startsWith(kind.prefix + ":")) {
        return new Address(kind, key.substring(kind.prefix.length() + 1));
      }
    }
    throw new IllegalArgumentException("not the key of an address");
  }

  /// The address as one text, unique among all kinds: `tel:+33612345678`, `mail:a@b.fr`.
  public String key() {
    return kind.prefix + ":" + value;
  }

  /// The address as people here write it: `06 12 34 56 78`, `+41 79 123 45 67`.
  public String written() {
    if (kind != Kind.PHONE) {
      return value;
    }
    try {
      PhoneNumber number = PHONES.parse(value, "FR");
      return PHONES.format(
          number,
          number.getCountryCode() == FRANCE
              ? PhoneNumberFormat.NATIONAL
              : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException notANumber) {
      return value;
    }
  }

  /// Whether a message sent to it can arrive.
  public boolean answerable() {
    return kind != Kind.SENDER;
  }

  /// Whether text messages reach it: a telephone that is not known to be a landline or a service
  /// number.
  public boolean textable() {
    return kind == Kind.PHONE && !VOICE_ONLY.contains(type());
  }

  private PhoneNumberType type() {
    try {
      return PHONES.getNumberType(PHONES.parse(value, "FR"));
    } catch (NumberParseException notANumber) {
      return PhoneNumberType.UNKNOWN;
    }
  }

  private static String cut(String text) {
    return text.length() <= MAX_SENDER ? text : text.substring(0, MAX_SENDER);
  }
}
