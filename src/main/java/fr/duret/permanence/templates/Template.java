package fr.duret.permanence.templates;

import com.github.mustachejava.Mustache;
import fr.duret.permanence.message.Channel;
import java.io.StringWriter;
import java.util.Map;

/// One message in one channel, ready to render.
///
/// @param spec what it declares
/// @param body its text, as written
/// @param compiled its text, compiled
/// @param bodyLine the line of the file on which the text begins
record Template(TemplateSpec spec, String body, Mustache compiled, int bodyLine) {

  Rendered render(Map<String, ?> variables, Words words) {
    String text =
        compiled
            .execute(new StringWriter(), new Values(spec, words).of(variables))
            .toString()
            .strip();
    return new Rendered(
        spec.name(),
        spec.channel(),
        spec.channel() == Channel.SMS ? Sms.fit(text) : text,
        spec.purpose(),
        spec.needs(),
        spec.wantsAnswer());
  }
}
