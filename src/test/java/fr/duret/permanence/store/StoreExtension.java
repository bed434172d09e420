package fr.duret.permanence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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

  /// Another client of a test's embedded store, as another node is; to be closed by the test.
  public static Store another(Store store) {
    return Store.open(store.embedded().orElseThrow().connectionString());
  }

  /// A store for each test even where the constructor takes it, not one for the class.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Store.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Fresh.class, type -> Fresh.open(), Fresh.class)
        .store;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Fresh fresh = context.getStore(NAMESPACE).get(Fresh.class, Fresh.class);
    if (fresh != null) {
      fresh.guard.failIfAnythingWasRefused();
    }
  }

  private record Fresh(Store store, CommandGuard guard, @Nullable Path directory)
      implements AutoCloseable {

    static Fresh open() {
      CommandGuard guard = new CommandGuard();
      String uri = realServer();
      if (uri != null) {
        return new Fresh(Store.open(withDatabase(uri), guard::install), guard, null);
      }
      try {
        Path directory = Files.createTempDirectory("permanence-store");
        return new Fresh(Store.open("embedded:" + directory, guard::install), guard, directory);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (directory == null) {
        store.dropDatabase();
        store.close();
        return;
      }
      store.close();
      List<Path> files;
      try (Stream<Path> walk = Files.walk(directory)) {
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
