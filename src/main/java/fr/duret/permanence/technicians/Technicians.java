package fr.duret.permanence.technicians;

import static java.util.Comparator.naturalOrder;

import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.technicians.FreeTime.Taken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The technicians of the company file, with what blocks them.
public final class Technicians {

  private final Company company;
  private final MongoBlocks blocks;
  private volatile FreeTimeListener listener = (from, to) -> {};

  /// The technicians of that company; absences and jobs are kept in the store.
  public Technicians(Company company, Store store) {
    this.company = company;
    this.blocks = new MongoBlocks(store);
  }

  /// Everybody, in the file's order.
  public List<TechnicianSpec> all() {
    return company.technicians();
  }

  /// The technician with that id.
  public Optional<TechnicianSpec> technician(String id) {
    return company.technician(id);
  }

  /// Says who hears of every change; one at most, before the first.
  public void onChange(FreeTimeListener hears) {
    listener = hears;
  }

  /// Blocks somebody; a block of that id that is there already stays as it is.
  public void block(Block block) {
    blockAll(List.of(block));
  }

  /// Several blocks at once, as [#block].
  public void blockAll(List<Block> all) {
    if (!all.isEmpty()) {
      blocks.insertAll(all);
      tell(all);
    }
  }

  /// Removes a block; nothing happens if it is gone.
  public void unblock(String id) {
    Optional<Block> lifted = blocks.find(id);
    blocks.delete(id);
    lifted.ifPresent(block -> tell(List.of(block)));
  }

  private void tell(List<Block> changed) {
    listener.freeTimeChanged(
        changed.stream().map(Block::from).min(naturalOrder()).orElseThrow().toLocalDate(),
        changed.stream().map(Block::to).max(naturalOrder()).orElseThrow().toLocalDate());
  }

  /// What blocks anybody between two days, both included; meetings are not listed.
  public List<Block> blocks(LocalDate from, LocalDate to) {
    return blocks.between(from.atStartOfDay(), to.plusDays(1).atStartOfDay());
  }

  /// When everybody is free on the days from one to the other, both included, one read for all: by
  /// day, then in the file's order. Days nobody works have no half-days.
  public List<FreeTime> free(LocalDate from, LocalDate to) {
    List<Block> all = blocks(from, to);
    return from.datesUntil(to.plusDays(1))
        .flatMap(day -> company.technicians().stream().map(who -> free(who, day, all)))
        .toList();
  }

  private FreeTime free(TechnicianSpec who, LocalDate day, List<Block> all) {
    List<Hours> halfDays = new ArrayList<>();
    List<Taken> parts = new ArrayList<>();
    if (Holidays.isWorkingDay(day)) {
      List<Taken> everything = taken(who, day, all);
      for (Hours half : who.hours()) {
        List<Taken> inside = HalfDays.inside(half, everything);
        if (!HalfDays.isFull(half, inside)) {
          halfDays.add(half);
          parts.addAll(inside);
        }
      }
    }
    return new FreeTime(who.id(), day, halfDays, parts);
  }

  private List<Taken> taken(TechnicianSpec who, LocalDate day, List<Block> all) {
    Stream<Taken> meetings =
        company.meetings().stream()
            .filter(meeting -> meeting.day() == day.getDayOfWeek() && meeting.isFor(who.id()))
            .map(meeting -> new Taken(meeting.hours(), true));
    Stream<Taken> own =
        all.stream()
            .filter(block -> block.technician().equals(who.id()))
            .flatMap(block -> HalfDays.on(day, block).stream())
            .map(hours -> new Taken(hours, false));
    return Stream.concat(meetings, own).toList();
  }
}
