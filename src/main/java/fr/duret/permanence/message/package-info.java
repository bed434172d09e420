/// What a message is, whatever carries it: who wrote, from where, by which channel.
///
/// Plain values only: this package reads nothing, writes nothing and knows no feature.
@NullMarked
package fr.duret.permanence.message;

import org.jspecify.annotations.NullMarked;
