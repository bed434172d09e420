/// Reading YAML so that every complaint names its file and line.
///
/// Nothing here knows what a document means; several problems are gathered and told together.
@NullMarked
package fr.duret.permanence.yaml;

import org.jspecify.annotations.NullMarked;
