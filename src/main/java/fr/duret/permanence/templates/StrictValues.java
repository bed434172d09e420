package fr.duret.permanence.templates;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.BaseObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;
import java.util.Map;

/// Finds a tag's value by its whole name in maps only, innermost first; an unknown name is an error
/// where Mustache would print nothing. No reflection: a template reaches no method of any object.
final class StrictValues extends BaseObjectHandler {

  @Override
  public Wrapper find(String name, List<Object> scopes) {
    return now -> value(name, now);
  }

  @Override
  public Binding createBinding(String name, TemplateContext context, Code code) {
    return scopes -> value(name, scopes);
  }

  private static Object value(String name, List<Object> scopes) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i) instanceof Map<?, ?> scope) {
        Object found = scope.get(name);
        if (found != null) {
          return found;
        }
      }
    }
    throw new IllegalArgumentException("no value for {{" + name + "}}");
  }
}
