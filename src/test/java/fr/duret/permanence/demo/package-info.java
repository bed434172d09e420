/// Tests of `demo`.
@NullMarked
package fr.duret.permanence.demo;

import org.jspecify.annotations.NullMarked;
