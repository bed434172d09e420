package fr.duret.permanence.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// Listens for requests until it is closed.
public final class HttpServers implements AutoCloseable {

  /// Idle connections are closed after this many seconds.
  private static final int IDLE_SECONDS = 60;

  private static final int STOP_SECONDS = 10;

  private final Vertx vertx;
  private final List<HttpServer> listening = new ArrayList<>();

  /// Listens with that Vert.x.
  public HttpServers(Vertx vertx) {
    this.vertx = vertx;
  }

  /// Makes sure that a port can be listened on, before anything is begun that must be stopped
  /// again.
  ///
  /// @param port 0 for a free one
  /// @throws CannotListen if the port is taken or the host is none of ours
  public static void check(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException | IllegalArgumentException refused) {
      throw new CannotListen(host, port, refused);
    }
  }

  /// Begins to listen.
  ///
  /// @param port 0 for a free one
  /// @return the port
  /// @throws CannotListen if the port is taken or the host is none of ours
  public int listen(String host, int port, Router router) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setIdleTimeout(IDLE_SECONDS)
            .setCompressionSupported(true);
    try {
      HttpServer server =
          vertx
              .createHttpServer(options)
              .requestHandler(router)
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      listening.add(server);
      return server.actualPort();
    } catch (CompletionException refused) {
      throw new CannotListen(host, port, refused);
    }
  }

  /// Takes no further request; those under way are finished, within ten seconds.
  @Override
  public void close() {
    List<Future<Void>> closing =
        listening.stream().map(server -> server.shutdown(STOP_SECONDS, TimeUnit.SECONDS)).toList();
    Future.join(closing).toCompletionStage().toCompletableFuture().join();
  }
}
