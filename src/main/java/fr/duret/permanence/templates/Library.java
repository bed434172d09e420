package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import java.util.Comparator;
import java.util.Map;

/// The templates of one reading of the folder.
///
/// @param templates by name and channel, in order
/// @param words how dates and hours read
record Library(Map<Library.Key, Template> templates, Words words) {

  /// @throws IllegalArgumentException if there is none
  Template get(String name, Channel channel) {
    Template template = templates.get(new Key(name, channel));
    if (template == null) {
      throw new IllegalArgumentException("no template " + name + " for " + channel);
    }
    return template;
  }

  /// A message in one channel.
  record Key(String name, Channel channel) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::name).thenComparing(Key::channel);
  }
}
