package fr.duret.permanence.planning;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import org.jspecify.annotations.Nullable;

/// A stop or a technician's blocked time, as Timefold moves it between [Tour]s. Public only because
/// Timefold asks for it.
public final class Visit {

  private final String id;
  private final @Nullable Stop stop;
  private final Window window;
  private final int site;
  private final int service;
  private final @Nullable String owner;

  private Visit(
      String id,
      @Nullable Stop stop,
      Window window,
      int site,
      int service,
      @Nullable String owner) {
    this.id = id;
    this.stop = stop;
    this.window = window;
    this.site = site;
    this.service = service;
    this.owner = owner;
  }

  /// A visit, or blocked time as a visit that only its technician may make, in a window of no
  /// width.
  static Visit of(Entry entry, Crew crew) {
    Stop stop = entry.stop();
    return stop == null
        ? new Visit(
            crew.technician() + "@" + entry.open(),
            null,
            new Window(entry.open(), entry.open()),
            entry.site(),
            entry.service(),
            crew.technician())
        : new Visit(
            stop.id(),
            stop,
            stop.window(),
            entry.site(),
            entry.service(),
            stop.pinned().orElse(null));
  }

  /// Unique in the day; Timefold looks facts up by it.
  @PlanningId
  public String getId() {
    return id;
  }

  /// The stop; null for blocked time.
  @Nullable Stop stop() {
    return stop;
  }

  boolean blocked() {
    return stop == null;
  }

  Window window() {
    return window;
  }

  int site() {
    return site;
  }

  int service() {
    return service;
  }

  /// Whether the technician can do it, whoever has been told.
  boolean within(Crew crew) {
    return stop == null || crew.can(stop.work());
  }

  /// Whether somebody else was told, or it is somebody else's blocked time.
  boolean belongsToAnother(Crew crew) {
    return owner != null && !owner.equals(crew.technician());
  }

  @Override
  public String toString() {
    return id;
  }
}
