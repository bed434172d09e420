/// Permanence: the one place where everything is built and joined, by plain constructors.
///
/// The root may use every package; no package may use the root.
@NullMarked
package fr.duret.permanence;

import org.jspecify.annotations.NullMarked;
