/// JSON for the ERP and other systems: the reading half, with bearer tokens.
///
/// It reads the features through their public faces, and changes nothing.
@NullMarked
package fr.duret.permanence.api;

import org.jspecify.annotations.NullMarked;
