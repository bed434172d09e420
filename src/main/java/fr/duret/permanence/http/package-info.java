/// How requests are answered: on virtual threads, in JSON, with clear refusals.
///
/// Plumbing only: no route and no feature is known here.
@NullMarked
package fr.duret.permanence.http;

import org.jspecify.annotations.NullMarked;
