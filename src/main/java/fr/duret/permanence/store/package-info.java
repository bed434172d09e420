/// Where everything durable is kept: a MongoDB client on a real server or on the embedded one.
///
/// Plumbing only: it opens, creates the indexes that features declare, and says when the store is
/// gone. It never knows what a feature keeps and holds no query of its own.
@NullMarked
package fr.duret.permanence.store;

import org.jspecify.annotations.NullMarked;
