package ai.withcortex.client;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.core.CortexTransport;

/** What all workflows of a client share. */
final class ClientContext {
  final CortexTransport transport;
  final PageNumbers numbers = PageNumbers.unknown();
  final OpenWaits waits = new OpenWaits();

  ClientContext(CortexTransport transport) {
    this.transport = transport;
  }
}
