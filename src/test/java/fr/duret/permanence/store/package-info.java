/// Tests of the store, and what other tests need of it: a fresh store and the guard of its
/// commands.
@NullMarked
package fr.duret.permanence.store;

import org.jspecify.annotations.NullMarked;
