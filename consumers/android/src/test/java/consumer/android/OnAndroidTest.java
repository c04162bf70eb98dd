package consumer.android;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import android.os.Looper;
import android.os.NetworkOnMainThreadException;
import android.os.StrictMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;

/** Runs what R8 has made, with nothing of the client beside it. The test is on the main thread. */
@RunWith(RobolectricTestRunner.class)
@Config(
    sdk = {24, 26, 34, 35},
    manifest = Config.NONE)
public final class OnAndroidTest {
  private SandboxBeside sandbox;
  private final List<Object> answers = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> threads = Collections.synchronizedSet(new HashSet<>());

  @Before
  public void start() throws Exception {
    // As Android does before it starts an app.
    StrictMode.setThreadPolicy(
        new StrictMode.ThreadPolicy.Builder().detectNetwork().penaltyDeathOnNetwork().build());
    sandbox = new SandboxBeside();
  }

  @After
  public void stop() throws Exception {
    StrictMode.setThreadPolicy(StrictMode.ThreadPolicy.LAX);
    sandbox.stop();
  }

  @Test
  public void printsTheListing() throws Exception {
    assertEquals(Place.expectedListing(), App.listing(sandbox.baseUrl, sandbox.apiKey));
  }

  @Test
  public void exportsEachRunOnceInJobsThatKnowNoMoreThanWhatWasSaved() {
    List<String> ids = App.export(sandbox.baseUrl, sandbox.apiKey);
    assertEquals(260, ids.size());
    assertEquals(260, Set.copyOf(ids).size());
  }

  @Test
  public void watches() {
    assertEquals(200, App.watch(sandbox.baseUrl, sandbox.apiKey).size());
  }

  @Test
  public void aBlockingCallIsSentByTheThreadThatCalls() {
    Callbacks.ofBlockingCall(
        sandbox.baseUrl, sandbox.apiKey, SocketFactory.getDefault(), this::tell);
    assertEquals(List.of("GET"), answers);
    assertEquals(Set.of("main"), threads);
  }

  @Test
  public void androidForbidsItsMainThreadToBlock() {
    assertThrows(
        NetworkOnMainThreadException.class,
        () ->
            Callbacks.ofBlockingCall(
                sandbox.baseUrl, sandbox.apiKey, new GuardedSockets(), this::tell));
    assertEquals(Set.of("main"), threads);
  }

  @Test
  public void retrofitAloneAnswersOnTheMainThread() throws Exception {
    Callbacks.ofBareRetrofit(sandbox.baseUrl, sandbox.apiKey, this::tell);
    assertEquals("the main thread is busy here", List.of(), answers);
    Shadows.shadowOf(Looper.getMainLooper()).idle();
    assertEquals(List.of(2), answers);
    assertEquals(Set.of("main"), threads);
  }

  @Test
  public void theTransportAnswersOnAThreadOfOkHttps() throws Exception {
    Callbacks.ofTransport(sandbox.baseUrl, sandbox.apiKey, this::tell);
    assertEquals(List.of(2), answers);
    assertEquals(Set.of("OkHttp " + sandbox.baseUrl + "/..."), threads);
  }

  @Test
  public void anAsyncWalkRunsOnThreadsOfTheClients() {
    String end =
        Callbacks.ofForEachAsync(sandbox.baseUrl, sandbox.apiKey, new GuardedSockets(), this::tell);
    assertEquals("COMPLETE: 260 runs", end);
    assertEquals(260, answers.size());
    assertEquals(Set.of("cortex-call"), threads);
  }

  private void tell(Thread thread, Object answer) {
    boolean isMain = thread == Looper.getMainLooper().getThread();
    threads.add(isMain ? "main" : thread.getName());
    answers.add(answer);
  }
}
