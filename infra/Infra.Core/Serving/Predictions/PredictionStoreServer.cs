using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving.Predictions;

/// <summary>What keeps predictions: a server of Redis' protocol that drops what nobody asked for longest when it is full, and loses everything when it restarts.</summary>
public static class PredictionStoreServer
{
    /// <summary>Port of Redis' protocol.</summary>
    public const int Port = 6379;

    /// <summary>What all keys begin with; the caches' user in ElastiCache may touch no others.</summary>
    public const string KeyPrefix = "prediction:";

    /// <summary>What the caches do with the store, as an access string of Redis' access control lists (redis.io, "ACL").</summary>
    public const string AccessString = $"on ~{KeyPrefix}* -@all +get +set";

    /// <summary>Engine of ElastiCache.</summary>
    public const string Engine = "valkey";

    /// <summary>Major version of the engine that ElastiCache runs.</summary>
    public const string EngineVersion = "8";

    // Beside the answers: connections, buffers, and memory that can't be handed out any more.
    private const int PercentForAnswers = 75;

    /// <summary>Least memory of a server in the cluster.</summary>
    public static ByteSize LeastMemory { get; } = ByteSize.FromMebibytes(64);

    /// <summary>CPU request of a server in the cluster.</summary>
    public static CpuQuantity Cpu { get; } = new(100);

    /// <summary>Memory for answers in a server of this size.</summary>
    /// <param name="memory">Memory of the pod.</param>
    public static ByteSize Answers(ByteSize memory) => new(memory.Bytes / 100 * PercentForAnswers);

    /// <summary>Image of a server in the cluster.</summary>
    public static ImagePin Image => Pins.Valkey;

    /// <summary>Command of a server in the cluster; the password comes by environment variable.</summary>
    /// <param name="memory">Memory of the pod.</param>
    public static IReadOnlyList<string> Command(ByteSize memory) =>
    [
        "valkey-server", "--bind", "*", "--port", $"{Port}", "--requirepass", $"$({PredictionCacheServer.PasswordVariable})",
        "--maxmemory", $"{Answers(memory).Bytes}", "--maxmemory-policy", "allkeys-lru", "--save", "", "--appendonly", "no", "--dir", "/tmp",
    ];
}
