/// Tests of what only the embedded server promises: durability, its password, its indexes, its
/// refusals.
@NullMarked
package fr.duret.permanence.store.embedded;

import org.jspecify.annotations.NullMarked;
