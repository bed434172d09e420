/// French expressions of time: what a client's text wants, excludes or leaves open about days and
/// hours.
///
/// Pure functions of (text, now); it never reads a clock, a store or a client's file, and never
/// guesses where a question must be asked. The notation of meanings is described in
/// `docs/understanding.md`.
@NullMarked
package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.NullMarked;
