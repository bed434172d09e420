package fr.duret.permanence.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import fr.duret.permanence.store.ChildJvm;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedSurvivesKillMinusNine() {
    for (int enough : List.of(40, 300, 1500)) {
      List<String> acknowledged = new ArrayList<>();
      try (ChildJvm child =
          ChildJvm.start(Acknowledging.class, directory.toString(), "until" + enough)) {
        while (acknowledged.size() < enough) {
          acknowledged.add(child.line());
        }
        acknowledged.addAll(child.kill());
      }
      verify(acknowledged);
    }
  }

  private void verify(List<String> acknowledged) {
    try (Store store = Store.open("embedded:" + directory)) {
      MongoCollection<Document> things = store.collection("things", Index.unique("key"));
      MongoCollection<Document> counters = store.collection("counters");
      Map<String, Integer> counts = new HashMap<>();
      for (String line : acknowledged) {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[0].equals("insert")) {
          assertThat(things.find(Filters.eq("_id", words[1])).first()).as(line).isNotNull();
          assertThat(things.find(Filters.eq("key", "key " + words[1])).first()).isNotNull();
        } else if (words.length == 3) {
          counts.merge(words[1], Integer.parseInt(words[2]), Math::max);
        }
      }
      assertThat(counts).isNotEmpty();
      counts.forEach((name, n) -> {
        Document counter = counters.find(Filters.eq("_id", name)).first();
        assertThat(counter).isNotNull();
        assertThat(counter.getInteger("n")).isGreaterThanOrEqualTo(n);
        assertThat(counter.getInteger("double")).isEqualTo(2 * counter.getInteger("n"));
      });
      assertThat(things.countDocuments(Filters.gte("key", "")))
          .isEqualTo(things.find().into(new ArrayList<>()).size());
    }
  }
}
