/// A server that speaks MongoDB's protocol inside this process and keeps its data in one file.
///
/// It makes mongo-java-server durable and indexed. What would silently differ from MongoDB is
/// refused (`docs/store.md` has the list); it never serves another process unless told its
/// password.
@NullMarked
package fr.duret.permanence.store.embedded;

import org.jspecify.annotations.NullMarked;
