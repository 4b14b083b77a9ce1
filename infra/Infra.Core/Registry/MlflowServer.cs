using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Registry;

/// <summary>How MLflow's server is started and reached; facts of MLflow 3 (mlflow/mlflow, <c>mlflow server --help</c>).</summary>
public sealed record MlflowServer
{
    /// <summary>Port of API, user interface and metrics.</summary>
    public const int Port = 5000;

    /// <summary>Path that answers once the server does, whatever the host; it doesn't ask the database.</summary>
    public const string HealthPath = "/health";

    /// <summary>Path of the metrics.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>Database and user of the server.</summary>
    public const string Database = "mlflow";

    /// <summary>Port of PostgreSQL.</summary>
    public const int DatabasePort = 5432;

    /// <summary>What a pod requests: two workers, each with MLflow's Python modules.</summary>
    public static readonly CpuQuantity Cpu = new(500);

    /// <summary>What a pod requests and may use.</summary>
    public static readonly ByteSize Memory = ByteSize.FromGibibytes(2);

    /// <summary>What a database in the cluster requests.</summary>
    public static readonly CpuQuantity DatabaseCpu = new(250);

    /// <summary>What a database in the cluster requests and may use.</summary>
    public static readonly ByteSize DatabaseMemory = ByteSize.FromMebibytes(512);

    private const string MetricsDirectory = "/tmp/metrics";

    // Prometheus calls pods by their address, and MLflow's own defaults for private ones go once any host is named (mlflow/server/security_utils.py).
    // 100.64.0.0/10 is where secondary pod networks live in EKS.
    private static readonly ImmutableArray<string> _podAddresses =
        [.. Enumerable.Range(16, 16).Select(second => $"172.{second}.*").Prepend("10.*").Append("192.168.*").Append("100.*")];

    /// <summary>Hosts that the server answers to: those of its Service, of a port that is forwarded, and further ones.</summary>
    /// <param name="name">Name of the Service.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="further">Further hosts.</param>
    /// <param name="scraped">Whether Prometheus scrapes the pods.</param>
    public static string AllowedHosts(string name, string ns, IEnumerable<string> further, bool scraped)
    {
        string[] own = [name, $"{name}.{ns}", $"{name}.{ns}.svc", $"{name}.{ns}.svc.cluster.local", "localhost"];
        return string.Join(',', [.. own.Select(host => $"{host}:{Port}"), .. further, .. scraped ? _podAddresses : []]);
    }

    /// <summary>Command of the server; what differs stands in its environment.</summary>
    /// <param name="scraped">Whether it counts for Prometheus.</param>
    public static ImmutableArray<string> Command(bool scraped) =>
    [
        "mlflow", "server", "--host", "0.0.0.0", "--port", "5000", "--workers", "2",
        .. scraped ? ["--expose-prometheus", MetricsDirectory] : ImmutableArray<string>.Empty,
    ];

    /// <summary>Command that brings the database's tables to the version of the image, and makes them in an empty one (mlflow/mlflow, pull/23752, in releases since June 2026): the server refuses any other.</summary>
    public static ImmutableArray<string> Upgrade { get; } = ["sh", "-c", "mlflow db upgrade \"$MLFLOW_BACKEND_STORE_URI\""];

    /// <summary>Address of the database without its password, which the driver takes from <c>PGPASSWORD</c>.</summary>
    /// <param name="host">Host of the database.</param>
    /// <param name="encrypted">Whether connections have to be encrypted.</param>
    public static string StoreUri(string host, bool encrypted) =>
        $"postgresql+psycopg2://{Database}@{host}:{DatabasePort}/{Database}?sslmode={(encrypted ? "require" : "prefer")}";
}
