package fr.duret.permanence;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.simulator.SimulatedProvider;
import fr.duret.permanence.channel.simulator.TimeTravel;
import fr.duret.permanence.conversation.flow.Rig;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The demonstration as a script of a conversation sees it: telephones and a clock, without a page.
final class DemoRig implements Rig {

  /// Facts look so far ahead.
  private static final int DAYS_AHEAD = 180;

  private static final int MOST = 1000;

  private final Core core;
  private final SimulatedProvider provider;
  private final TimeTravel time;
  private final Runnable onClose;
  private final long visitsBefore;

  DemoRig(Core core, SimulatedProvider provider, TimeTravel time, Runnable onClose) {
    this.core = core;
    this.provider = provider;
    this.time = time;
    this.onClose = onClose;
    this.visitsBefore = visits();
  }

  /// What is inside; for tests.
  Core core() {
    return core;
  }

  @Override
  public void send(Address from, String text) {
    core.base()
        .journal()
        .receive(
            new Inbound(
                "script:" + UUID.randomUUID(),
                Channel.SMS,
                from,
                provider.number(),
                text,
                List.of(),
                time.now()));
    settled(time.settle());
  }

  @Override
  public void own(Address address, boolean person) {
    if (person) {
      core.conversations().handOver(address, Core.office(core.company()), time.now());
    } else {
      core.conversations().giveBack(address, time.now());
    }
    settled(time.settle());
  }

  @Override
  public void advance(Duration duration) {
    settled(time.advanceTo(time.now().plus(duration)));
  }

  @Override
  public List<String> inbox(Address to) {
    return provider.inbox(to).stream().map(SimulatedProvider.Delivered::text).toList();
  }

  /// `visites`: visits booked less visits cancelled since the beginning; `tickets`, `urgents`:
  /// tickets to be done, and those of them that are urgent.
  @Override
  public Optional<String> fact(String name) {
    return switch (name) {
      case "visites" -> Optional.of(String.valueOf(visits() - visitsBefore));
      case "tickets" -> Optional.of(String.valueOf(core.desk().active("", MOST).size()));
      case "urgents" -> Optional.of(String.valueOf(core.desk().counts(time.now()).urgent()));
      default -> Optional.empty();
    };
  }

  private long visits() {
    LocalDate today = LocalDate.ofInstant(time.now(), core.company().zone());
    return core.booking().visits(today.minusDays(1), today.plusDays(DAYS_AHEAD), MOST).stream()
        .filter(visit -> visit.state() == Visit.State.PLANNED)
        .count();
  }

  private static void settled(List<String> waiting) {
    if (!waiting.isEmpty()) {
      throw new IllegalStateException("still at work: " + waiting);
    }
  }

  @Override
  public void close() {
    onClose.run();
  }
}
