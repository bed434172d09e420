package fr.duret.permanence.store;

/// Where a whole program under test finds its store: a parameter that [StoreExtension] resolves as
/// it does a [Store], for tests that begin at the configuration.
///
/// @param value for the setting `store.uri`
public record StoreUri(String value) {}
