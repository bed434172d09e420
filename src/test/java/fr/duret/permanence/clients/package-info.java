/// Tests of `clients`.
@NullMarked
package fr.duret.permanence.clients;

import org.jspecify.annotations.NullMarked;
