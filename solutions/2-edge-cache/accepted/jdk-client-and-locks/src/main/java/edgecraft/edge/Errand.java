package edgecraft.edge;

/**
 * A fetch to be made, whose answer may be stored.
 *
 * @param request the request it is for
 * @param key what its answer is stored under
 * @param flight who waits for it
 * @param found what there is already
 */
record Errand(ViewerRequest request, CacheKey key, Flight flight, Lookup found) {}
