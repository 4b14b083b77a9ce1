namespace Infra.Core.Versions;

/// <content>What trainings, batches and the registry use.</content>
public static partial class Pins
{
    /// <summary>Kueue: queues of jobs.</summary>
    public static readonly ChartPin Kueue = new(
        "kueue", "oci://registry.k8s.io/kueue/charts/kueue", "0.19.2", "github.com/kubernetes-sigs/kueue, tag v0.19.2, charts/kueue", "2026-08-20");

    /// <summary>The image of its controller: the chart's own default floats.</summary>
    public static readonly ImagePin KueueManager = new(
        "registry.k8s.io/kueue/kueue", "v0.19.2", "github.com/kubernetes-sigs/kueue, tag v0.19.2, charts/kueue/Chart.yaml, appVersion", "2026-08-20");

    /// <summary>TensorFlow with Python, which converts SavedModels; for CPU nodes, amd64.</summary>
    public static readonly ImagePin TensorFlow = new(
        "docker.io/tensorflow/tensorflow", "2.19.0", "the tag in several public Dockerfiles that build on it", "2026-11");

    /// <summary>MLflow's server with database drivers and clients of object stores, which its plain image lacks; amd64 and arm64.</summary>
    public static readonly ImagePin Mlflow = new(
        "ghcr.io/mlflow/mlflow", "v3.17.0-full", "github.com/mlflow/mlflow, docker/README.md (variants since 3.9.0); the tag in public Dockerfiles that build on it", "2026-11");

    /// <summary>PostgreSQL of clusters without RDS. The Debian variant, whose initdb runs as any user (docker-library/docs, postgres, "Arbitrary --user Notes").</summary>
    public static readonly ImagePin Postgres = new(
        "docker.io/library/postgres", "17.11-bookworm", "Docker Hub, library/postgres, as public test suites pin it; its end: release calendar of Aurora PostgreSQL, \"Community end of life date\"", "2026-11")
    {
        EndOfSupport = "2029-11",
    };

    /// <summary>
    /// PostgreSQL of RDS: the major version, within which RDS chooses the minor one and moves on in maintenance windows. It can't be created in its first minor versions any
    /// more.
    /// </summary>
    public static readonly EnginePin RdsPostgres = new("17", "Notice of AWS about RDS for PostgreSQL minor versions, which upgrades 17.1 to 17.4 to 17.7 or higher", "2026-05-30");
}
