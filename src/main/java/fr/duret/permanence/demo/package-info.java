/// The seeded company of the demonstration: clients, jobs, three weeks of visits and what was done
/// before.
///
/// It fills an empty store once and is never used in production.
@NullMarked
package fr.duret.permanence.demo;

import org.jspecify.annotations.NullMarked;
