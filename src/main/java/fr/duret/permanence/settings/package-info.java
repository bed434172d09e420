/// The settings: a YAML file whose every key the environment may override.
///
/// Only reads and checks; what the settings are for is the root's business.
@NullMarked
package fr.duret.permanence.settings;

import org.jspecify.annotations.NullMarked;
