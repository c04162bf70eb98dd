package ai.withcortex.client.internal.paging;

/**
 * A set of identities that takes 24 to 48 bytes per identity. It is a hash table with linear
 * probing and two longs per slot, and is always between one third and two thirds full.
 */
final class IdentitySet {
  private static final int FIRST_SLOTS = 64;

  private long[] table = new long[2 * FIRST_SLOTS];
  private int size;

  boolean contains(Identity identity) {
    return table[find(identity.high, identity.low)] != 0;
  }

  /** Adds the identity; returns false if it was already present. */
  boolean add(Identity identity) {
    int slot = find(identity.high, identity.low);
    if (table[slot] != 0) {
      return false;
    }
    put(slot, identity.high, identity.low);
    size++;
    if (3L * size > table.length) {
      grow();
    }
    return true;
  }

  int size() {
    return size;
  }

  /** Returns the memory used by the table. */
  long bytes() {
    return (long) table.length * Long.BYTES;
  }

  /** Returns the slot of the identity, or the free slot where it belongs. */
  private int find(long high, long low) {
    int mask = table.length - 1;
    int slot = (int) high & ~1 & mask;
    while (table[slot] != 0 && (table[slot] != high || table[slot + 1] != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private void put(int slot, long high, long low) {
    table[slot] = high;
    table[slot + 1] = low;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(find(old[i], old[i + 1]), old[i], old[i + 1]);
      }
    }
  }
}
