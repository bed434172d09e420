package fr.duret.permanence.emergency;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The messages of an alert. Their ids derive from the alert, so that a step repeated after a crash
/// sends nothing twice.
final class AlertMessages {

  /// Numbers of further alerts that a message lists.
  private static final int MOST_LISTED = 6;

  /// All that it writes from, so that a template that nobody says is noticed.
  static final Set<String> TEMPLATES =
      Set.of(
          "ticket/urgence",
          "urgence/alerte",
          "urgence/alerte-encore",
          "urgence/alerte-passee",
          "urgence/ne-vient-plus",
          "urgence/alerte-precision",
          "urgence/alerte-terminee",
          "urgence/personne-encore",
          "urgence/sans-reponse",
          "urgence/alerte-prise",
          "urgence/qui-vient",
          "urgence/alerte-close",
          "urgence/alerte-deja",
          "urgence/alerte-etat",
          "urgence/alerte-inconnue",
          "urgence/alerte-notee",
          "urgence/alerte-details",
          "urgence/depannee",
          "ticket/astreinte");

  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

  private final Templates templates;
  private final Company company;
  private final String office;
  private final Function<String, Optional<Caller>> callers;
  private final InstantSource clock;
  private final Consumer<Outbound> outbox;

  AlertMessages(
      Templates templates,
      Company company,
      String office,
      Function<String, Optional<Caller>> callers,
      InstantSource clock,
      Consumer<Outbound> outbox) {
    this.templates = templates;
    this.company = company;
    this.office = office;
    this.callers = callers;
    this.clock = clock;
    this.outbox = outbox;
  }

  /// The ticket's subject.
  String subject(String words) {
    return templates
        .render("ticket/urgence", Channel.WEB, Map.of("words", words.isBlank() ? "-" : words))
        .text();
  }

  /// Asks somebody of the rota to take the alert.
  void ask(Alert alert, int step, Member member) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("company", company.name());
    variables.put("phone", readable(alert.from()));
    if (alert.number() > 1) {
      variables.put("number", alert.number());
    }
    caller(alert, variables);
    owe(alert, step + "/" + member.token(), member.number(), "urgence/alerte", variables);
  }

  private void caller(Alert alert, Map<String, Object> variables) {
    if (LETTER.matcher(alert.words()).find()) {
      variables.put("words", alert.words());
    }
    alert
        .person()
        .flatMap(callers)
        .ifPresent(caller -> {
          variables.put("name", caller.name());
          if (!caller.commune().isBlank()) {
            variables.put("commune", caller.commune());
          }
        });
  }

  /// Somebody of the rota asks who and where it is.
  ///
  /// @param at when he wrote, which tells this answer from the next
  void details(Alert alert, Member member, Instant at) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("phone", readable(alert.from()));
    variables.put("number", alert.number());
    variables.put("waits", alert.open());
    caller(alert, variables);
    alert
        .person()
        .flatMap(callers)
        .map(Caller::street)
        .filter(street -> !street.isBlank())
        .ifPresent(street -> variables.put("street", street));
    String name = "details/" + member.mark(at);
    owe(alert, name, member.number(), "urgence/alerte-details", variables);
  }

  /// To the client: who had taken it writes that it is over.
  void done(Alert alert, Member member) {
    toClient(alert, "urgence/depannee", member.token(), Map.of("technician", member.name()));
  }

  /// Somebody's answer was not understood.
  ///
  /// @param at when he wrote, which tells this answer from the next
  /// @param several whether he was asked to take others too
  void askAgain(Alert alert, Member member, Instant at, boolean several) {
    Map<String, Object> variables = new HashMap<>();
    if (several) {
      variables.put("which", which(alert));
      variables.put("number", alert.number());
    }
    String name = "again/" + member.mark(at);
    owe(alert, name, member.number(), "urgence/alerte-encore", variables);
  }

  /// What somebody wrote of an alert was kept.
  ///
  /// @param left other alerts that he may take, the latest first
  void noted(Alert alert, Member member, Instant at, List<Alert> left) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("which", which(alert));
    variables.put("office", office);
    left(left, variables);
    String name = "noted/" + member.mark(at);
    owe(alert, name, member.number(), "urgence/alerte-notee", variables);
  }

  /// The subject of the ticket with what somebody on call wrote of an alert.
  String noteSubject(Alert alert, Member member, String words) {
    Map<String, Object> variables =
        Map.of("phone", readable(alert.from()), "technician", member.name(), "words", words);
    return templates.render("ticket/astreinte", Channel.WEB, variables).text();
  }

  /// Somebody cannot come to those: he may go on sleeping.
  ///
  /// @param some at least one
  void passed(List<Alert> some, Member member, Answer answer) {
    Alert first = some.getFirst();
    Map<String, Object> variables = new HashMap<>();
    if (answer.asked().size() > 1) {
      variables.put("which", some.size() > 1 ? numbers(some) : which(first));
    }
    variables.put("several", some.size() > 1);
    String name = "passed/" + member.mark(answer.at());
    owe(first, name, member.number(), "urgence/alerte-passee", variables);
  }

  /// Somebody names alerts that he was not asked to take or that are over, or others though none
  /// waits.
  ///
  /// @param alert one that he was asked to take
  /// @param unknown their numbers
  void strange(Alert alert, Member member, Answer answer, List<Integer> unknown) {
    Map<String, Object> variables = new HashMap<>();
    if (!unknown.isEmpty()) {
      variables.put("numbers", listed(unknown));
    }
    List<Alert> left = answer.asked().stream().filter(Alert::open).toList().reversed();
    left(left.stream().filter(one -> !answer.names(one)).toList(), variables);
    String name = "strange/" + member.mark(answer.at());
    owe(alert, name, member.number(), "urgence/alerte-inconnue", variables);
  }

  /// Who had taken it cannot come after all: the client must not wait for him.
  void givenBack(Alert alert, Member member) {
    Map<String, Object> variables = Map.of("technician", member.name());
    toClient(alert, "urgence/ne-vient-plus", member.token(), variables);
  }

  /// The client has written more: whoever has taken the alert reads it, else all who were asked.
  void more(Alert alert, Danger danger) {
    Map<String, Object> variables =
        Map.of("phone", readable(alert.from()), "words", danger.words());
    String when = "more/" + danger.at().toEpochMilli() + "/";
    List<Member> readers = alert.taker().map(List::of).orElseGet(() -> alert.asked(danger.at()));
    for (Member member : readers) {
      String name = when + member.token();
      owe(alert, name, member.number(), "urgence/alerte-precision", variables);
    }
  }

  /// The client says that it is over: everybody who was told learns it.
  void over(Alert alert, String words, Instant at) {
    Map<String, Object> variables = Map.of("phone", readable(alert.from()), "words", words);
    for (Member member : alert.asked(at)) {
      owe(alert, "over/" + member.token(), member.number(), "urgence/alerte-terminee", variables);
    }
  }

  /// Nobody on call has answered, everybody is being told.
  void nobodyYet(Alert alert) {
    toClient(alert, "urgence/personne-encore", "", Map.of());
  }

  /// Nobody at all has answered.
  void nobody(Alert alert) {
    LocalDateTime now = clock.instant().atZone(company.zone()).toLocalDateTime();
    Map<String, Object> variables = new HashMap<>();
    variables.put("grid", company.gridEmergency());
    variables.put("office", office);
    if (!company.isOpen(now)) {
      company.opensAfter(now).ifPresent(opens -> variables.put("opens", opens));
    }
    toClient(alert, "urgence/sans-reponse", "", variables);
  }

  /// Somebody has taken it: the client learns who comes, the others that they need not.
  ///
  /// @param several whether the taker was asked to take others too
  /// @param left those of them that are still open, the latest first
  void taken(Alert alert, Member taker, Instant at, boolean several, List<Alert> left) {
    String phone = readable(alert.from());
    String by = taker.token();
    Map<String, Object> own = new HashMap<>(Map.of("phone", phone));
    if (several) {
      own.put("which", named(alert, ""));
    }
    left(left, own);
    owe(alert, "taken/" + by, taker.number(), "urgence/alerte-prise", own);
    toClient(alert, "urgence/qui-vient", by, Map.of("technician", taker.name()));
    for (Member other : alert.asked(at)) {
      if (!other.equals(taker) && !alert.passed().contains(other)) {
        Map<String, Object> variables = Map.of("phone", phone, "technician", taker.name());
        String name = "closed/" + by + "/" + other.token();
        owe(alert, name, other.number(), "urgence/alerte-close", variables);
      }
    }
  }

  /// Somebody answered « ok » after another.
  ///
  /// @param several whether he was asked to take others too
  void already(Alert alert, Member late, Member taker, boolean several) {
    Map<String, Object> variables = new HashMap<>(Map.of("technician", taker.name()));
    if (several) {
      variables.put("number", alert.number());
    }
    String name = "already/" + taker.token() + "/" + late.token();
    owe(alert, name, late.number(), "urgence/alerte-deja", variables);
  }

  /// Somebody would take an alert that is not open any more.
  ///
  /// @param at when he wrote, which tells this answer from the next
  /// @param left other alerts that he may take, the latest first
  void stands(Alert alert, Member member, Instant at, List<Alert> left) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("which", which(alert));
    variables.put("over", alert.settled());
    variables.put("yours", alert.isWith(member.number()));
    alert.taker().ifPresent(taker -> variables.put("technician", taker.name()));
    left(left, variables);
    String name = "stands/" + member.mark(at);
    owe(alert, name, member.number(), "urgence/alerte-etat", variables);
  }

  private void left(List<Alert> left, Map<String, Object> variables) {
    left.stream()
        .findFirst()
        .ifPresent(alert -> {
          variables.put("left", which(alert));
          variables.put("number", alert.number());
        });
    if (left.size() > 1) {
      variables.put("others", numbers(left.subList(1, left.size())));
    }
  }

  private static String numbers(List<Alert> some) {
    return listed(some.stream().map(Alert::number).toList());
  }

  private static String listed(List<Integer> numbers) {
    String first =
        numbers.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "));
    return numbers.size() > MOST_LISTED ? first + ", ..." : first;
  }

  private String which(Alert alert) {
    return named(alert, readable(alert.from()));
  }

  /// `2 (M. Dupont, Seynod, 06 39 98 01 00)`.
  private String named(Alert alert, String phone) {
    Optional<Caller> caller = alert.person().flatMap(callers);
    String who =
        Stream.of(
                caller.map(Caller::name).orElse(""), caller.map(Caller::commune).orElse(""), phone)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return who.isEmpty() ? String.valueOf(alert.number()) : alert.number() + " (" + who + ")";
  }

  private void toClient(Alert alert, String template, String which, Map<String, Object> variables) {
    if (alert.from().kind() == Address.Kind.PHONE) {
      owe(alert, template + "/" + which, alert.from(), template, variables);
    }
  }

  private void owe(
      Alert alert, String name, Address to, String template, Map<String, Object> variables) {
    Rendered text = templates.render(template, Channel.SMS, variables);
    Instant now = clock.instant();
    outbox.accept(
        new Outbound(
            alert.id() + "/" + name,
            Trace.of(alert.id()),
            Channel.SMS,
            to,
            template,
            text.purpose(),
            text.needs(),
            text.wantsAnswer(),
            Optional.empty(),
            text.text(),
            Optional.empty(),
            now));
  }

  /// `06 39 98 01 00`: a number that a sleepy person can read and dial.
  private static String readable(Address address) {
    String value = address.value();
    return value.startsWith("+33")
        ? ("0" + value.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1 ")
        : value;
  }
}
