/// Who makes visits and when he is free: skills, hours, home, meetings, absences, jobs.
///
/// It says what blocks a technician, never what he is booked for: rounds belong to `booking`.
@NullMarked
package fr.duret.permanence.technicians;

import org.jspecify.annotations.NullMarked;
