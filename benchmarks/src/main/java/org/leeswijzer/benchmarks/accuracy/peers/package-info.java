/**
 * What a library could take instead of the delivered suggester: one class per peer, each from its own library or written
 * from its paper.
 *
 * <p>Read {@link org.leeswijzer.benchmarks.accuracy.peers.Peer} (what all have in common), then
 * {@link org.leeswijzer.benchmarks.accuracy.peers.MostBorrowed} (the simplest of them),
 * {@link org.leeswijzer.benchmarks.accuracy.peers.Choice} (how settings are chosen) and
 * {@link org.leeswijzer.benchmarks.accuracy.peers.AllPeers} (the list).
 *
 * <p>A peer sees loans alone, as its authors meant it. Its settings are chosen by trying them on a part of the training
 * that is held out once more, never on what it is judged by. It never suggests what is in the history; of equal scores the
 * lower title number comes first.
 */
@NullMarked
package org.leeswijzer.benchmarks.accuracy.peers;

import org.jspecify.annotations.NullMarked;
