/// What the load programs are made of: a lean provider, signed webhooks, and the bare writes to
/// compare with.
///
/// It measures and never judges: no test depends on it. `docs/performance.md` has the commands.
@NullMarked
package fr.duret.permanence.load;

import org.jspecify.annotations.NullMarked;
