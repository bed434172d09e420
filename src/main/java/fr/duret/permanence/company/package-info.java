/// The company file: who works here, when, what is done and how long it takes.
///
/// Values and their reader only. What changes from day to day (absences, jobs) is not here.
@NullMarked
package fr.duret.permanence.company;

import org.jspecify.annotations.NullMarked;
