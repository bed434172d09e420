package fr.duret.permanence.store;

import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a fresh [Store] as a parameter of its method, its constructor or a @BeforeEach:
/// `@ExtendWith(StoreExtension.class)`, then `void test(Store store)`. All parameters of one test
/// are the same store.
///
/// A parameter of the type [StoreUri] is where a program finds such a store that opens it itself.
///
/// It is embedded in a folder that is deleted afterwards; with the environment variable
/// PERMANENCE_TEST_MONGODB (a connection string without a database) it is a database of its own on
/// that server, dropped afterwards. A [CommandGuard] watches what the test sends.
public final class StoreExtension implements ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StoreExtension.class);

  /// The connection string of the real server to test on; null for the embedded store.
  static @Nullable String realServer() {
    return System.getenv("PERMANENCE_TEST_MONGODB");
  }

  /// Another client of a test's store, as another node is; to be closed by the test.
  ///
  /// @param uri where that store is
  public static Store another(Store store, StoreUri uri) {
    return Store.open(store.embedded().map(EmbeddedServer::connectionString).orElse(uri.value()));
  }

  /// A store for each test even where the constructor takes it, not one for the class.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Store.class || type == StoreUri.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store kept = context.getStore(NAMESPACE);
    Place place = kept.computeIfAbsent(Place.class, type -> Place.choose(), Place.class);
    return parameter.getParameter().getType() == StoreUri.class
        ? place.uri
        : kept.computeIfAbsent(Fresh.class, type -> Fresh.open(place.uri), Fresh.class).store;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Fresh fresh = context.getStore(NAMESPACE).get(Fresh.class, Fresh.class);
    if (fresh != null) {
      fresh.guard.failIfAnythingWasRefused();
    }
  }

  private record Fresh(Store store, CommandGuard guard) implements AutoCloseable {

    static Fresh open(StoreUri uri) {
      CommandGuard guard = new CommandGuard();
      return new Fresh(Store.open(uri.value(), guard::install), guard);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  /// A folder, or a database on the real server; gone afterwards.
  private record Place(StoreUri uri, Optional<Path> folder) implements AutoCloseable {

    static Place choose() {
      String server = realServer();
      if (server != null) {
        return new Place(new StoreUri(withDatabase(server)), Optional.empty());
      }
      try {
        Path folder = Files.createTempDirectory("permanence-store");
        return new Place(new StoreUri("embedded:" + folder), Optional.of(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (folder.isPresent()) {
        delete(folder.get());
        return;
      }
      try (Store store = Store.open(uri.value())) {
        store.dropDatabase();
      }
    }

    private static void delete(Path folder) throws IOException {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }

    private static String withDatabase(String uri) {
      String name = "test-" + UUID.randomUUID();
      int options = uri.indexOf('?');
      String server = options < 0 ? uri : uri.substring(0, options);
      return server
          + (server.indexOf('/', "mongodb://".length()) < 0 ? "/" : "")
          + name
          + (options < 0 ? "" : uri.substring(options));
    }
  }
}
