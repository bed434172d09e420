package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.dates.Dates;
import fr.duret.permanence.understanding.dates.Reading;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Understands what clients write in French, above all by SMS. Immutable and thread-safe; loading
/// takes some tenths of a second, reading some tens of microseconds.
public final class French {

  private final Vocabulary vocabulary = new Vocabulary();
  private final Dates dates = Dates.french();
  private final Intents intents = new Intents(vocabulary);
  private final Wishes wishes = new Wishes(weights("intents"));
  private final Danger danger =
      new Danger(vocabulary.emergencies(), vocabulary.traits(), weights("danger"));
  private final Picks picks = new Picks(weights("choices"), weights("options"));
  private final Replies replies = new Replies(weights("answers"));
  private final Keeping keeping = new Keeping(weights("keep"));
  private final Languages languages = new Languages();
  private final Places places;
  private final Names names;
  private final Summons summons;

  private Weights weights(String name) {
    return Weights.load(name + ".weights", vocabulary);
  }

  private French(Collection<String> communes, Collection<String> people) {
    places = new Places(communes, vocabulary);
    names = new Names(places);
    summons = new Summons(people);
  }

  /// Loads the vocabulary, without a table of communes.
  public static French load() {
    return load(List.of());
  }

  /// Loads the vocabulary.
  ///
  /// @param communes the names of the communes served and of their neighbours, as they are to be
  ///   given back
  public static French load(Collection<String> communes) {
    return load(communes, List.of());
  }

  /// Loads the vocabulary.
  ///
  /// @param communes the names of the communes served and of their neighbours, as they are to be
  ///   given back
  /// @param people those of the company whom clients are told to ask for: one of these names and
  ///   nothing else wants a person, even where a name was asked for
  public static French load(Collection<String> communes, Collection<String> people) {
    return new French(communes, people);
  }

  /// Reads one message. Never fails, whatever the text.
  ///
  /// @param text as received; only its first 2,000 characters are read
  /// @param now when it was received, local time of the company
  /// @param context what it answers
  public Understood read(String text, LocalDateTime now, Context context) {
    Message message = vocabulary.read(text);
    // « 8 rue Carnot » picks no window at 8
    Optional<Finding<String>> street =
        context.options().isEmpty()
            ? Optional.empty()
            : Streets.in(message, vocabulary.find(message))
                .filter(found -> found.confidence() == Confidence.SURE);
    return street
        .map(found -> {
          Message rest = vocabulary.read(Streets.without(message.source(), found));
          return understood(rest, now, context).at(found);
        })
        .orElseGet(() -> understood(message, now, context));
  }

  private Understood understood(Message message, LocalDateTime now, Context context) {
    MessageTraits traits = vocabulary.traits().of(message);
    Evidence evidence = evidence(message, traits, now, context);
    return new Understood(
        keeping.weigh(message, traits, context, intents(message, traits, evidence, context)),
        evidence.dates(),
        evidence.choice(),
        evidence.answer(),
        evidence.name(),
        evidence.communes(),
        evidence.street(),
        evidence.motives(),
        danger.judge(message, traits, evidence.communes(), isAnswer(context), evidence.language()),
        evidence.language());
  }

  private List<Finding<Intent>> intents(
      Message message, MessageTraits traits, Evidence evidence, Context context) {
    List<Finding<Intent>> ruled = intents.rank(message, evidence, context);
    boolean weighed =
        context.asked() == Asked.NOTHING
            && message.size() > 0
            && !evidence.called()
            && evidence.language() == Language.FRENCH;
    return weighed ? wishes.weigh(message, traits, context, ruled) : ruled;
  }

  /// What the rules alone hold a client to want, to learn how far to trust them.
  List<Finding<Intent>> ruled(String text, LocalDateTime now, Context context) {
    Message message = vocabulary.read(text);
    return intents.rank(message, evidence(message, traits(text), now, context), context);
  }

  /// What a client may want by other weights than those shipped, to judge them.
  List<Finding<Intent>> weigh(Wishes others, String text, LocalDateTime now, Context context) {
    return others.weigh(vocabulary.read(text), traits(text), context, ruled(text, now, context));
  }

  /// The traits of a text, to learn from.
  MessageTraits traits(String text) {
    return vocabulary.traits().of(vocabulary.read(text));
  }

  /// An answer to a question of ours as the learned readers get it, to learn from.
  ///
  /// @param answer what the rules hold it to be, and `choice`, to pick
  record Heard(
      Message message,
      Matches matches,
      MessageTraits traits,
      Answer answer,
      Choice choice,
      OfferClues clues,
      Reading dates) {}

  /// What is found in an answer before the learned readers weigh it.
  Heard heard(String text, LocalDateTime now, Context context) {
    Message message = vocabulary.read(text);
    Matches matches = vocabulary.find(message);
    Reading time = dates.read(message.source(), now);
    Answer answer = Answers.read(message, matches, context.asked() == Asked.YES_NO);
    Numbers numbers = new Numbers(message, matches);
    return new Heard(
        message,
        matches,
        vocabulary.traits().of(message),
        answer,
        Choices.read(message, matches, numbers, answer, time, context.options()),
        new OfferClues(message, matches, numbers, answer, time, context.options()),
        time);
  }

  private Evidence evidence(
      Message message, MessageTraits traits, LocalDateTime now, Context context) {
    Matches matches = vocabulary.find(message);
    Reading time = dates.read(message.source(), now);
    List<Finding<String>> communes =
        places.read(message, matches, context.asked() == Asked.COMMUNE);
    boolean called = summons.isCall(message, matches);
    Optional<Finding<PersonName>> name =
        called
            ? Optional.empty()
            : names.read(message, matches, communes, context.asked() == Asked.NAME);
    Answer answer = answer(message, matches, traits, context);
    return new Evidence(
        matches,
        time,
        answer,
        choice(message, matches, traits, answer, time, context.options()),
        name,
        context.asked() == Asked.COMMUNE ? communes : outside(name, communes),
        Streets.in(message, matches),
        Motives.read(message, matches),
        languages.guess(message),
        called);
  }

  private Answer answer(Message message, Matches matches, MessageTraits traits, Context context) {
    boolean asked = context.asked() == Asked.YES_NO;
    Answer ruled = Answers.read(message, matches, asked);
    return asked && message.size() > 0 ? replies.weigh(message, matches, traits, ruled) : ruled;
  }

  /// A single option is taken or not: that is yes or no, which the rules tell.
  private Choice choice(
      Message message,
      Matches matches,
      MessageTraits traits,
      Answer answer,
      Reading time,
      List<Option> options) {
    if (options.isEmpty()) {
      return new Choice.Nothing();
    }
    Numbers numbers = new Numbers(message, matches);
    Choice ruled = Choices.read(message, matches, numbers, answer, time, options);
    if (options.size() < 2 || message.size() == 0) {
      return ruled;
    }
    OfferClues clues = new OfferClues(message, matches, numbers, answer, time, options);
    return picks.weigh(traits, clues, time.best(), options.size(), ruled);
  }

  private static boolean isAnswer(Context context) {
    return switch (context.asked()) {
      case OPTION, YES_NO, PERIOD, NAME, COMMUNE -> true;
      case NOTHING, MOTIVE, FREE -> false;
    };
  }

  /// « Mme Viry » lives wherever she says, not at Viry.
  private static List<Finding<String>> outside(
      Optional<Finding<PersonName>> name, List<Finding<String>> communes) {
    return communes.stream()
        .filter(place -> name.isEmpty() || !place.span().overlaps(name.get().span()))
        .toList();
  }
}
