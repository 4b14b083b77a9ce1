using Infra.Core.Serving.Predictions;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving.Predictions;

public sealed class PredictionCacheServerTests
{
    [Theory]
    [InlineData("http://reader.inference:8501/v1/models/reader", "reader.inference.svc.cluster.local:8501")]
    [InlineData("http://reader-predictor.inference.svc", "reader-predictor.inference.svc.cluster.local:80")]
    public void The_model_is_called_by_its_whole_name(string url, string upstream) => Assert.Equal(upstream, PredictionCacheServer.UpstreamOf(url));

    [Fact]
    public void The_configuration_says_where_model_and_store_are()
    {
        var text = PredictionCacheServer.Configuration(Options);

        Assert.Contains("set $model reader.inference.svc.cluster.local:8501;\n", text, StringComparison.Ordinal);
        Assert.Contains("host = \"store.inference.svc.cluster.local\",\n", text, StringComparison.Ordinal);
        Assert.Contains("port = 6379,\n", text, StringComparison.Ordinal);
        Assert.Contains("tls = false,\n", text, StringComparison.Ordinal);
        Assert.Contains("prefix = \"prediction:reader:7f:\",\n", text, StringComparison.Ordinal);
        Assert.Contains("ttl = 600,\n", text, StringComparison.Ordinal);
        Assert.Contains("max_bytes = 1048576,\n", text, StringComparison.Ordinal);
        Assert.Contains("client_body_buffer_size 1048576;\n", text, StringComparison.Ordinal);
        Assert.Contains("key_headers = { \"authorization\", \"x-tenant\" },\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Encryption_is_checked_against_public_authorities()
    {
        var text = PredictionCacheServer.Configuration(Options with { StoreTls = true });

        Assert.Contains("tls = true,\n", text, StringComparison.Ordinal);
        Assert.Contains("lua_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "256Mi")]
    [InlineData(4, "256Mi")]
    [InlineData(8, "448Mi")]
    [InlineData(64, "3136Mi")]
    public void Sixteen_of_the_largest_requests_fit_its_memory(int mebibytes, string memory) =>
        Assert.Equal(memory, PredictionCacheServer.Memory(ByteSize.FromMebibytes(mebibytes)).ToString());

    [Fact]
    public void A_quarter_of_the_stores_memory_is_not_for_answers() => Assert.Equal(
        ["valkey-server", "--bind", "*", "--port", "6379", "--requirepass", "$(PREDICTION_STORE_PASSWORD)", "--maxmemory", "805306350", "--maxmemory-policy", "allkeys-lru", "--save", "", "--appendonly", "no", "--dir", "/tmp"],
        PredictionStoreServer.Command(ByteSize.FromGibibytes(1)));

    private static PredictionCacheOptions Options => new()
    {
        Model = "reader",
        Version = "7f",
        Upstream = "reader.inference.svc.cluster.local:8501",
        TimeToLive = new GoDuration(600_000),
        MaxSize = ByteSize.FromMebibytes(1),
        KeyHeaders = ["authorization", "x-tenant"],
        StoreHost = "store.inference.svc.cluster.local",
        StoreTls = false,
    };
}
