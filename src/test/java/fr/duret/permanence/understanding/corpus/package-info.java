/// Measures how well texts are understood, on tables of examples.
///
/// It knows no rule of French and no format but tab-separated rows.
@NullMarked
package fr.duret.permanence.understanding.corpus;

import org.jspecify.annotations.NullMarked;
