package edgecraft.edge;

/**
 * Where a copy is in the store.
 *
 * @param key its key
 * @param variant which of the key's variants it is
 */
record Place(CacheKey key, Variant variant) {}
