using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>
/// KServe's server of classical models, which needs nothing of KServe to run: scikit-learn, XGBoost or LightGBM. Arguments, files and paths: kserve v0.20.0,
/// python/predictiveserver, python/sklearnserver, python/xgbserver, python/lgbserver and python/kserve (model_server.py, protocol/rest).
/// </summary>
public static class PredictiveServer
{
    private const int HttpPort = 8080;
    private const int GrpcPort = 8081;
    private const string ModelDirectory = "/mnt/models";

    /// <summary>Whether it serves a runtime's models.</summary>
    /// <param name="runtime">The runtime.</param>
    public static bool Serves(ServingRuntime runtime) => runtime is ServingRuntime.Sklearn or ServingRuntime.Xgboost or ServingRuntime.LightGbm;

    /// <summary>The runtime for one model.</summary>
    /// <param name="runtime">Which of them.</param>
    /// <param name="request">The model.</param>
    public static RuntimeSpec For(ServingRuntime runtime, RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var framework = Runtimes.Name(runtime);
        var path = $"/v1/models/{request.Model}";
        return new RuntimeSpec
        {
            Name = framework,
            ModelFormat = framework,
            Image = Pins.PredictiveServer.Reference,
            Architectures = [CpuArchitecture.Amd64, CpuArchitecture.Arm64],
            Arguments =
            [
                $"--model_name={request.Model}",
                $"--model_dir={ModelDirectory}",
                $"--framework={framework}",
                $"--http_port={HttpPort}",
                $"--grpc_port={GrpcPort}",
            ],
            // The image's user has a home; ours has none, and the root file system is read-only.
            Environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("HOME", "/tmp"),
            HttpPort = HttpPort,
            GrpcPort = GrpcPort,
            ApiPath = path,
            // A server that found no file starts without a model, and says of itself that it is ready.
            ReadyPath = path,
            LivePath = "/",
            ModelDirectory = ModelDirectory,
            ModelFiles = Files(runtime),
            ConfigurationDirectory = "",
            ConfigurationFiles = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            Metrics = new RuntimeMetrics
            {
                Path = "/metrics",
                Latency = new LatencyMetric.Histogram(new(PredictiveServerMetrics.Latency, [Matcher.Is("model_name", request.Model)])),
            },
            // An estimate: Python on UBI 9 with the three libraries.
            ImageSize = ByteSize.FromGibibytes(1),
            Engine = [new ColdStartFigure($"start of {framework}", 30, null, null)],
        };
    }

    // The shell's patterns have no alternatives. The server takes exactly one such file, and of two none.
    private static ModelFiles Files(ServingRuntime runtime) => runtime switch
    {
        ServingRuntime.Sklearn => new ModelFiles("*.[jp][oik][bcl]*", "FILE.joblib, .pkl or .pickle"),
        ServingRuntime.Xgboost => new ModelFiles("*.[bju][sb][tjo]*", "FILE.bst, .json or .ubj"),
        _ => new ModelFiles("*.bst", "FILE.bst"),
    };
}
