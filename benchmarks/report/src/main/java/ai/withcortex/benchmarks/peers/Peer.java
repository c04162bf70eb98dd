package ai.withcortex.benchmarks.peers;

import ai.withcortex.benchmarks.plain.Databind;
import ai.withcortex.benchmarks.plain.Fastjson;
import ai.withcortex.benchmarks.plain.ReflectiveMoshi;

/** The peers that read and write pages: our client, stock clients, and JSON libraries. */
public enum Peer {
  CORTEX("cortex") {
    @Override
    public PageCodec open() {
      var codec = new ai.withcortex.benchmarks.cortex.Codec();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  NATIVE("stock native (Jackson)") {
    @Override
    public PageCodec open() {
      var codec = new ai.withcortex.benchmarks.nativejackson.Codec();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  RETROFIT2_JACKSON("stock retrofit2 (Jackson)") {
    @Override
    public PageCodec open() {
      var codec = new ai.withcortex.benchmarks.retrofit2jackson.Codec();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  RETROFIT2_GSON("stock retrofit2 (Gson)") {
    @Override
    public PageCodec open() {
      var codec = new ai.withcortex.benchmarks.retrofit2gson.Codec();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  OKHTTP_GSON("stock okhttp-gson") {
    @Override
    public PageCodec open() {
      var codec = new ai.withcortex.benchmarks.okhttpgson.Codec();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  DATABIND("Jackson databind") {
    @Override
    public PageCodec open() {
      var codec = new Databind();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  FASTJSON("fastjson2") {
    @Override
    public PageCodec open() {
      var codec = new Fastjson();
      return new PageCodec(codec::decode, codec::encode);
    }
  },

  REFLECTIVE_MOSHI("Moshi, reflective") {
    @Override
    public PageCodec open() {
      var codec = new ReflectiveMoshi();
      return new PageCodec(codec::decode, codec::encode);
    }
  };

  /** The name of the peer in tables. */
  public final String label;

  Peer(String label) {
    this.label = label;
  }

  /** Returns a reusable codec. */
  public abstract PageCodec open();
}
