package fr.duret.permanence.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `/health/live`: the process is there. `/health/ready`: it can do its work, or what hinders it.
public final class HealthRoutes {

  private final Map<String, BooleanSupplier> checks;
  private final Map<String, Supplier<String>> remarks;

  /// Ready when all these checks are good.
  ///
  /// @param remarks told beside them, without making it unready; anybody may read them
  public HealthRoutes(Map<String, BooleanSupplier> checks, Map<String, Supplier<String>> remarks) {
    this.checks = new TreeMap<>(checks);
    this.remarks = new TreeMap<>(remarks);
  }

  /// Adds the probes to a router.
  public void mount(Router router) {
    router.get("/health/live").handler(context -> context.json(new JsonObject().put("up", true)));
    router.get("/health/ready").handler(Handlers.blocking(this::ready));
  }

  private void ready(RoutingContext context) {
    JsonObject answer = new JsonObject();
    boolean all = true;
    for (Map.Entry<String, BooleanSupplier> check : checks.entrySet()) {
      boolean good = check.getValue().getAsBoolean();
      answer.put(check.getKey(), good);
      all &= good;
    }
    remarks.forEach((name, remark) -> answer.put(name, remark.get()));
    context.response().setStatusCode(all ? 200 : 503);
    context.json(answer.put("ready", all));
  }
}
