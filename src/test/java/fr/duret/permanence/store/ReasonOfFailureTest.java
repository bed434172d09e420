package fr.duret.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/// What an operator reads at three in the morning when a start meets a store that fails.
class ReasonOfFailureTest {

  private final Failure failure = new Failure();

  @Test
  void whyTheStoreFailedIsToldInPlaceOfWhatTheDriverSays() {
    assertThatThrownBy(() ->
            failure.explaining(() -> {
              failure.happened(
                  new UncheckedIOException(new IOException("No space left on device")));
              throw new MongoException(96, "the embedded store is gone on server 127.0.0.1:40703");
            }))
        .isInstanceOf(StoreGoneException.class)
        .hasMessage("the store failed: the disk is full");
  }

  @Test
  void withoutAFailureTheDriverHasTheWord() {
    MongoException other = new MongoException(85, "an index has other options");
    assertThatThrownBy(() ->
            failure.explaining(() -> {
              throw other;
            }))
        .isSameAs(other);
    assertThat(failure.explaining(() -> "done")).isEqualTo("done");
  }
}
